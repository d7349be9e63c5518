import { environment, format } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';
import { formats, type NamesFlags } from '../names/names-flags.ts';
import type { Variables } from '../names/variables.ts';

export const names = verb<NamesFlags, Variables>({
  summary: 'print the derived names of an environment, as variables for the shell',
  flags: { env: environment('the environment that is named'), format: format(formats) },
  examples: [
    '$ eval "$(npm run --silent resilience -- names --env production)"',
    'names --env dr --json',
  ],
  notes: '--format json is the same as --json.',
  result: {
    '‹VARIABLE›': 'its value, such as of `BACKUP_BUCKET`; null where the environment has none',
  },
  run: async (flags) => {
    const { names: print } = await import('../names/names.ts');
    return print(flags);
  },
});
