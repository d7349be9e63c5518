import type { CallOptions } from './call.ts';
import type { Connection } from './connection.ts';

/** A line that a pod of a workflow has written. */
export interface LogEntry {
  readonly content: string;
  readonly podName: string;
}

export interface LogOptions extends CallOptions {
  /** One pod instead of all. */
  readonly podName?: string;
  /** `main`, which the steps run in, if left out. */
  readonly container?: string;
  /** Goes on until the workflow is over. */
  readonly follow?: boolean;
  /** Those of the container's last run. */
  readonly previous?: boolean;
  readonly sinceSeconds?: number;
  /** Only so many of the last lines of each pod. */
  readonly tailLines?: number;
  /** Puts the time before each line. */
  readonly timestamps?: boolean;
  /** A regular expression of Go's: only lines that match. */
  readonly grep?: string;
  /** Only pods with these labels. */
  readonly selector?: string;
}

/** Log lines as they come. A break-off is an error and nothing is read again, as lines would come twice. */
export function workflowLogs(
  connection: Connection,
  path: readonly string[],
  options: LogOptions,
): AsyncGenerator<LogEntry> {
  const { podName, grep, selector, signal, container = 'main', ...logOptions } = options;
  return connection.stream({
    path: [...path, 'log'],
    query: {
      podName,
      grep,
      selector,
      'logOptions.container': container,
      'logOptions.follow': logOptions.follow,
      'logOptions.previous': logOptions.previous,
      'logOptions.sinceSeconds': logOptions.sinceSeconds,
      'logOptions.tailLines': logOptions.tailLines,
      'logOptions.timestamps': logOptions.timestamps,
    },
    ...(signal && { signal }),
  });
}
