import type { IWorkflow } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/Workflow';

import type { CallOptions } from './call.ts';
import type { Connection } from './connection.ts';
import { ArgoWorkflowsError, ConnectionFailed, type FailureKind } from './failures.ts';
import type { Stored } from './stored.ts';

/** A change of a workflow, and the workflow after it. */
export interface WorkflowEvent {
  readonly type: 'ADDED' | 'DELETED' | 'MODIFIED';
  readonly object: Stored<IWorkflow>;
}

export interface WatchOptions extends CallOptions {
  /** Such as `metadata.name=restore-drill-x7v2p`. */
  readonly fieldSelector?: string;
  readonly labelSelector?: string;
  /** That of a list, to see what has changed since; without it, everything there is comes as ADDED. */
  readonly resourceVersion?: string;
}

/** After these another connection may do better. */
const passing: ReadonlySet<FailureKind> = new Set([
  'connection-failed',
  'invalid-response',
  'server-error',
  'timeout',
  'too-many-requests',
  'unavailable',
]);

/**
 * Watches the workflows of a namespace, for ever: it ends by `break` or the signal. Connections that
 * break off or fall silent are made again where they were, so that no change is missed or seen twice.
 * After a pause so long that the API server has forgotten, what is there comes as ADDED once more, and
 * what was deleted meanwhile is not told.
 *
 * @throws the last failure, after too many in a row, and at once what another try would not mend
 */
export async function* watchWorkflows(
  connection: Connection,
  namespace: string,
  options: WatchOptions,
): AsyncGenerator<WorkflowEvent, never> {
  const { fieldSelector, labelSelector, signal } = options;
  let { resourceVersion } = options;
  const backoff = connection.backoff();
  for (;;) {
    let failure: unknown = new ConnectionFailed(`the watch of ${namespace} was ended`);
    try {
      const events = connection.stream<WorkflowEvent>({
        path: ['workflow-events', namespace],
        query: {
          'listOptions.fieldSelector': fieldSelector,
          'listOptions.labelSelector': labelSelector,
          'listOptions.resourceVersion': resourceVersion,
        },
        onComment: () => backoff.reset(),
        ...(signal && { signal }),
      });
      for await (const event of events) {
        backoff.reset();
        resourceVersion = event.object.metadata.resourceVersion ?? resourceVersion;
        yield event;
      }
    } catch (error) {
      if (isForgotten(error)) resourceVersion = undefined;
      else if (!isPassing(error)) throw error;
      failure = error;
    }
    await backoff.wait(failure, signal);
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof ArgoWorkflowsError && passing.has(error.kind);

/** The API server's 410 Gone reaches us as a 400 or 500 with its message. */
const isForgotten = (error: unknown): boolean =>
  error instanceof ArgoWorkflowsError &&
  /too old resource version|resource ?version .* too old/i.test(error.message);
