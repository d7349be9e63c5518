import { verb } from '../../command-line/verb.ts';
import type { RestorePlan } from '../../restore/gather.ts';
import type { PlanFlags } from '../../restore/wanted.ts';
import { planFlags } from './plan-flags.ts';
import { planKeys } from './plan-keys.ts';

export const plan = verb<PlanFlags, RestorePlan>({
  summary: 'show what a restore would do, and change nothing; exit with 1 where it cannot be known',
  flags: planFlags,
  examples: [
    'restore plan --env production --services orders --disaster-at 2026-11-24T01:55:00Z',
    'restore plan --env production --namespace orders --disaster-at 2026-11-24T03:55:00+02:00',
    `restore plan --env production --services orders --kinds configmaps,secrets --selector app=web \\
      --disaster-at 2026-11-24T01:55:00Z`,
    `restore plan --env production --services orders --volume postgres-data \\
      --disaster-at 2026-11-24T01:55:00Z`,
    'restore plan --env production --services orders --into-quarantine',
  ],
  notes: `It asks the cluster by kubectl, and runs the steps plan and choose-backup of the runbook on this machine,
for which it needs sh, jq, gzip and tar. It changes nothing; DownloadRequests of Velero come and go, by which
it reads backups until one holds all that is declared.`,
  result: planKeys,
  run: async (flags) => {
    const { plan: show } = await import('../../restore/plan.ts');
    return show(flags);
  },
});
