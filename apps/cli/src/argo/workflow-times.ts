import type { WorkflowEvent } from 'argo-workflows-client';

export type Workflow = WorkflowEvent['object'];

/**
 * Whole seconds from start to end, or until now where it has not ended; undefined before the start.
 *
 * @param now milliseconds since 1970
 */
export function secondsBetween(
  start: string | undefined | null,
  end: string | undefined | null,
  now: number,
): number | undefined {
  if (!start) return undefined;
  const until = end ? Date.parse(end) : now;
  return Math.max(0, Math.floor((until - Date.parse(start)) / 1000));
}
