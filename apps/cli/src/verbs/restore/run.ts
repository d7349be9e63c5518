import { optional, toggle } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import type { Restored, RunFlags } from '../../restore/run.ts';
import { planFlags } from './plan-flags.ts';

export const run = verb<RunFlags, Restored>({
  summary: 'restore, and watch it; exit with 1 when it fails',
  flags: {
    ...planFlags,
    approvedBy: optional('<name>', 'who has approved it; needed unless it goes into quarantine'),
    application: optional('<name>', "ArgoCD's application, which is paused meanwhile"),
    argoServer: optional('<url>', 'the Argo Workflows server (default: ARGO_SERVER)'),
    yes: toggle('do not ask; needed where nobody can be asked'),
  },
  examples: [
    'restore run --env production --services orders --into-quarantine',
    `restore run --env production --services orders --disaster-at 2026-11-24T01:55:00Z \\
      --approved-by alice --application orders`,
    `restore run --env production --services orders --disaster-at 2026-11-24T01:55:00Z \\
      --approved-by alice --yes --json`,
  ],
  notes: `It prints the plan first. A recovery in place then waits for a second person: resilience restore approve.
ARGO_SERVER stands for --argo-server, ARGO_TOKEN logs in. Ctrl-C ends the watch; the restore goes on.`,
  result: {
    plan: 'what `restore plan` prints',
    run: 'what `drill watch` prints; null where no backup can serve, and nothing was submitted',
  },
  run: async (flags) => {
    const { runRestore } = await import('../../restore/run.ts');
    return runRestore(flags);
  },
});
