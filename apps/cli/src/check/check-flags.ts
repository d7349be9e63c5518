import type { Result } from './reported.ts';

export const formats = ['text', 'json', 'sarif', 'junit', 'github'] as const;

export interface CheckFlags {
  readonly env?: readonly string[];
  readonly format: (typeof formats)[number];
}

export interface Checked {
  readonly environments: readonly Result[];
}
