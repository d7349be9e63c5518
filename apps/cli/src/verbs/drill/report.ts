import { environment, optional } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import type { Judged } from '../../drill/judge-report.ts';
import type { ReportFlags } from '../../drill/report.ts';
import { drillArgument } from './run-flags.ts';

export const report = verb<ReportFlags, Judged>({
  summary:
    'show what the newest run of a drill found; exit with 1 when it is not what was promised',
  arguments: [drillArgument],
  flags: {
    env: environment('the environment that declares it'),
    from: optional('<place>', "a folder or s3://bucket (default: the environment's own bucket)"),
  },
  examples: [
    'drill report validation --env staging',
    'drill report namespace-restore --env staging --from ./evidence --json',
  ],
  notes:
    'A folder holds what the bucket does: drills/<drill>/<yyyy>/<mm>/<workflow>.json and .json.sha256.',
  result: {
    report: 'the report as the drill left it',
    address: 'where it lies, as `s3://…`',
    durationSeconds: 'how long the run took',
    budgetSeconds: 'how long it may take',
    services:
      'each service that was restored, with its checks, and its `rto` and `rpo`: `measuredSeconds`, `declaredSeconds`, `provedSeconds`, and what they are `over`',
    kept: 'whether everything is as it was promised',
  },
  run: async (flags, { words: [name = ''] }) => {
    const { report: show } = await import('../../drill/report.ts');
    return show(name, flags);
  },
});
