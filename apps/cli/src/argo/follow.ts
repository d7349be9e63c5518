import type { ArgoWorkflowsClient } from 'argo-workflows-client';

import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { stepLines, type StepState, stepsOf } from './step-lines.ts';
import { type Watched, watchWorkflow } from './watch-workflow.ts';
import type { Workflow } from './workflow-times.ts';

/** A run as it was seen last. */
export interface FollowedRun {
  readonly workflow: string;
  readonly phase: string;
  readonly steps: readonly StepState[];
}

const isFailed = ({ status }: Workflow): boolean =>
  status?.phase === 'Failed' || status?.phase === 'Error';

/**
 * Watches a workflow until its end, or until Ctrl-C, which it outlives.
 *
 * @param again what shows it once more
 */
export async function follow(
  argo: ArgoWorkflowsClient,
  watched: Watched,
  again: string,
): Promise<Answer<FollowedRun>> {
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  const { last, isGone } = await watchWorkflow(argo, watched, stop.signal);
  process.off('SIGINT', onInterrupt);
  const answer = last ? seen(last, watched) : unseen(watched);
  if (stop.signal.aborted) {
    process.stderr.write(`${watched.name} goes on; ${again} shows it again\n`);
    return { ...answer, code: exitCode.fine };
  }
  if (!isGone) return answer;
  return { ...answer, code: exitCode.findings, result: { ...answer.result, phase: 'Deleted' } };
}

/** A run as it is now. */
export function seen(workflow: Workflow, { limits }: Pick<Watched, 'limits'>): Answer<FollowedRun> {
  const now = Date.now();
  return {
    code: isFailed(workflow) ? exitCode.findings : exitCode.fine,
    result: {
      workflow: workflow.metadata.name ?? '',
      phase: workflow.status?.phase ?? 'Pending',
      steps: stepsOf(workflow, now),
    },
    text: () => stepLines(workflow, limits, now).join('\n'),
  };
}

const unseen = ({ name }: Watched): Answer<FollowedRun> => ({
  code: exitCode.findings,
  result: { workflow: name, phase: 'Pending', steps: [] },
  text: () => '',
});
