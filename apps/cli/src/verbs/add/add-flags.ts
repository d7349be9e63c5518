import type { Added } from '../../add/add-flags.ts';
import { toggle } from '../../command-line/flag.ts';

/** What every addition takes. */
export const addFlags = {
  yes: toggle('write without asking'),
  dryRun: toggle('write nothing'),
} as const;

/** What every addition prints for a machine. */
export const added = {
  title: 'what is added',
  diff: 'of the declarations, unified',
  environments: 'those whose declaration is changed',
  problems: 'what the addition brings, and why nothing was written',
  notes: 'what a person has to do besides',
  isWritten: 'whether it was written',
} satisfies Record<keyof Added, string>;
