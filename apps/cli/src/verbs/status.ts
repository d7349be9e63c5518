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
    'A context is that of one cluster: of the other environments, backups are not looked at. Which of them can be restored is judged as by backup list. A row shows the worst of its services and disasters; measured: how many of the times behind the RTO drills measured, and how long ago the oldest.',
  result: {
    environments:
      'each `environment`: `recoveries` (`service`, `scenario`, `verdict`, `waived`, `rpo` and `rto` with `declared` and `proved` in seconds, `measured`), what is `notBackedUp`, the newest `backups` (`value`, or why they are `unknown`), `findings` (`value` or `unknown`), and the `next` firings',
  },
  run: async (flags) => {
    const { status: show } = await import('../status/status.ts');
    return show(flags);
  },
});
