import { environments, optional } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';
import type { Status, StatusFlags } from '../status/status.ts';

export const status = verb<StatusFlags, Status>({
  summary:
    'show what is declared, proved and measured beside the newest backups; exit with 1 where it is not held',
  flags: {
    env: environments,
    context: optional('<name>', "the context of kubectl (default: kubectl's own)"),
  },
  examples: ['status', 'status --env production --context production', 'status --json'],
  notes:
    'A context is that of one cluster: of the other environments, backups are not looked at. Which of them can be restored is judged as by backup list. A row shows an objective of a service in the disaster that costs most of it; measured: by the newest drill or recovery in the evidence buckets that succeeded, whichever its disaster. What is not looked at, such as a bucket that does not answer, is unknown, and no finding.',
  result: {
    environments:
      'each `environment`: `recoveries` (`service`, `scenario`, `verdict`, `waived`, `rpo` and `rto` with `declared` and `proved` in seconds, and `measured`: how many of the times behind the RTO drills measured), `evidence` (the newest recovery of each service as `recovered`, with `recoveryTimeSeconds`, `dataLossSeconds`, `finishedAt`, `drill`, `address`, and against what is declared and proved; the newest run of a drill where it `failed`; `notRead`; `isCut` where older reports were left alone), what is `notBackedUp`, the newest `backups` (`value`, or why they are `unknown`), `findings` (`value` or `unknown`), and the `next` firings',
  },
  run: async (flags) => {
    const { status: show } = await import('../status/status.ts');
    return show(flags);
  },
});
