import type { CallOptions } from './call.ts';
import { type Parameters, toArguments } from './parameters.ts';

/** What a workflow is made from. */
export interface WorkflowSource {
  readonly kind: 'ClusterWorkflowTemplate' | 'CronWorkflow' | 'WorkflowTemplate';
  readonly name: string;
}

export interface SubmitOptions extends CallOptions {
  /** The workflow's name; without it one that begins with that of its source. */
  readonly name?: string;
  readonly generateName?: string;
  readonly entrypoint?: string;
  readonly parameters?: Parameters;
  readonly labels?: Readonly<Record<string, string>>;
  /** Whose rights the pods have. */
  readonly serviceAccount?: string;
  readonly priority?: number;
  /** The server checks it, and makes nothing. */
  readonly dryRun?: boolean;
}

/** The options as the API calls them. */
export function toSubmitOpts(options: SubmitOptions): object {
  const { signal: _, entrypoint, parameters, labels, dryRun, ...same } = options;
  return {
    ...same,
    ...(entrypoint !== undefined && { entryPoint: entrypoint }),
    ...(parameters && { parameters: toArguments(parameters) }),
    ...(labels && { labels: toSelector(labels) }),
    ...(dryRun !== undefined && { serverDryRun: dryRun }),
  };
}

/** No label has a comma or an equals sign in it. */
const toSelector = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join();
