import type { FollowedRun } from '../../argo/follow.ts';
import { verb } from '../../command-line/verb.ts';
import type { DrillFlags } from '../../drill/drill.ts';
import { followedRun } from '../followed-run.ts';
import { drillArgument, reachNotes, runFlags } from './run-flags.ts';

export const run = verb<DrillFlags, FollowedRun>({
  summary: 'run a drill out of its turn, and watch it; exit with 1 when it fails',
  arguments: [drillArgument],
  flags: runFlags,
  examples: ['drill run validation --env staging --argo-server https://argo.example:2746'],
  notes: reachNotes,
  result: followedRun,
  run: async (flags, { words: [name = ''] }) => {
    const { drill } = await import('../../drill/drill.ts');
    return drill('run', name, flags);
  },
});
