import { environment, optional } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import type { DrillList, ListFlags } from '../../drill/list.ts';

export const list = verb<ListFlags, DrillList>({
  summary: 'list declared drills, when each is next, and how its newest run ended',
  flags: {
    env: environment('the environment that declares them'),
    argoServer: optional('<url>', 'the Argo Workflows server (default: ARGO_SERVER, or none)'),
  },
  examples: [
    'drill list --env staging',
    'drill list --env dr --argo-server https://argo.example:2746 --json',
  ],
  notes: 'Times are UTC. ARGO_SERVER stands for --argo-server, ARGO_TOKEN logs in.',
  result: {
    drills:
      'each drill: `name`, `kind`, `cron`, `next`, `budgetSeconds`, `services`, and its `newest` run (null where the server knows none, absent where none was asked)',
  },
  run: async (flags) => {
    const { listDrills } = await import('../../drill/list.ts');
    return listDrills(flags);
  },
});
