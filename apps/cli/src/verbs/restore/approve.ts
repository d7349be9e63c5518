import { optional, required, toggle } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import type { Approval, ApproveFlags } from '../../restore/approve.ts';

export const approve = verb<ApproveFlags, Approval>({
  summary: 'approve, as the second person, a recovery that waits for it',
  arguments: [{ name: 'workflow', text: 'the workflow that waits' }],
  flags: {
    approvedBy: required('<name>', 'who approves it now'),
    argoServer: optional('<url>', 'the Argo Workflows server (default: ARGO_SERVER)'),
    yes: toggle('do not ask; needed where nobody can be asked'),
  },
  examples: ['restore approve restore-namespace-x7v2p --approved-by bob'],
  notes:
    'Who approves is not who started it. ARGO_SERVER stands for --argo-server, ARGO_TOKEN logs in.',
  result: { workflow: 'its name', approvedBy: 'the first and the second person' },
  run: async (flags, { words: [name = ''] }) => {
    const { approve: give } = await import('../../restore/approve.ts');
    return give(name, flags);
  },
});
