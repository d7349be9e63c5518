import type { Result } from './reported.ts';

export const formatJson = (results: readonly Result[]): string =>
  `${JSON.stringify({ environments: results }, null, 2)}\n`;
