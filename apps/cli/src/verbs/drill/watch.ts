import type { FollowedRun } from '../../argo/follow.ts';
import { verb } from '../../command-line/verb.ts';
import type { DrillFlags } from '../../drill/drill.ts';
import { followedRun } from '../followed-run.ts';
import { drillArgument, reachNotes, runFlags } from './run-flags.ts';

export const watch = verb<DrillFlags, FollowedRun>({
  summary: 'watch the newest run of a drill until its end; exit with 1 when it failed',
  arguments: [drillArgument],
  flags: runFlags,
  examples: ['drill watch validation --env staging'],
  notes: reachNotes,
  result: followedRun,
  run: async (flags, { words: [name = ''] }) => {
    const { drill } = await import('../../drill/drill.ts');
    return drill('watch', name, flags);
  },
});
