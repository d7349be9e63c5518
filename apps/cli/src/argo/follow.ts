import type { ArgoWorkflowsClient } from 'argo-workflows-client';

import { type ExitCode, exitCode } from '../exit-code.ts';
import { type Watched, watchWorkflow } from './watch-workflow.ts';
import type { Workflow } from './workflow-times.ts';

export const isFailed = ({ status }: Workflow): boolean =>
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
): Promise<ExitCode> {
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  const last = await watchWorkflow(argo, watched, stop.signal);
  process.off('SIGINT', onInterrupt);
  if (stop.signal.aborted) {
    process.stderr.write(`${watched.name} goes on; ${again} shows it again\n`);
    return exitCode.fine;
  }
  return last && !isFailed(last) ? exitCode.fine : exitCode.findings;
}
