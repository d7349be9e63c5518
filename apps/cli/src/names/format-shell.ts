import { quoted } from '@resilience/documents/words/quoted';

import type { Variables } from './variables.ts';

/** For `eval` in any shell of POSIX. What this environment has not is unset: it may be another's. */
export const formatShell = (variables: Variables): string =>
  Object.entries(variables)
    .map(([name, value]) => (value === null ? `unset ${name}` : `export ${name}=${quoted(value)}`))
    .map((line) => `${line}\n`)
    .join('');
