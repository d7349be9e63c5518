import type { FollowedRun } from '../../argo/follow.ts';
import type { NowFlags } from '../../backup/now.ts';
import { environment, optional } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import { followedRun } from '../followed-run.ts';

export const now = verb<NowFlags, FollowedRun>({
  summary: 'back a namespace up by its runbook, and watch it; exit with 1 when it fails',
  flags: {
    env: environment('the environment whose cluster it is'),
    service: optional('<name>', 'the namespace of this declared service', 'servicesWithBackups'),
    namespace: optional('<name>', 'a namespace, instead of --service'),
    argoServer: optional('<url>', 'the Argo Workflows server (default: ARGO_SERVER)'),
  },
  examples: [
    'backup now --env staging --service orders --argo-server https://argo.example:2746',
    'backup now --env staging --namespace payments --json',
  ],
  notes: `Volumes are copied into the bucket. ARGO_SERVER stands for --argo-server, ARGO_TOKEN logs in.
Ctrl-C ends the watch; the backup goes on.`,
  result: followedRun,
  run: async (flags) => {
    const { backUpNow } = await import('../../backup/now.ts');
    return backUpNow(flags);
  },
});
