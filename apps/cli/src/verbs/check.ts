import { type CheckFlags, type Checked, formats } from '../check/check-flags.ts';
import { environments, format } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';

export const check = verb<CheckFlags, Checked>({
  summary: 'judge the rendered files by every rule; exit with 1 when something stands in the way',
  flags: { env: environments, format: format(formats) },
  examples: ['check', 'check --env production --json', 'check --format sarif > resilience.sarif'],
  notes: '--format json is the same as --json.',
  result: {
    environments:
      'each `environment`, the number of rules that `applied`, and its `findings`, one for each cause: `rule`, `severity`, `subject`, `message`, `expected`, `received`, `why`, `source`, `file`, `line`, `column`, all `places`, `declaredAt` with the place in the declaration (`declared`), `waivedBy`, and whether it `stops` a merge',
  },
  run: async (flags) => {
    const { check: judge } = await import('../check/check.ts');
    return judge(flags);
  },
});
