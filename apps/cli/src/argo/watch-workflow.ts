import type { ArgoWorkflowsClient } from 'argo-workflows-client';

import type { Limit } from './limits.ts';
import { formatStep, stepLines, stepsOf } from './step-lines.ts';
import type { Workflow } from './workflow-times.ts';

export interface Watched {
  readonly namespace: string;
  readonly name: string;
  /** The run's own first, where it has one. */
  readonly limits: readonly Limit[];
  readonly json: boolean;
}

/**
 * Shows a workflow until its end: on a terminal the steps are written over, in a pipe each change is a line.
 *
 * @returns its last state, or undefined when the signal was given, or somebody deleted it, before its end
 */
export async function watchWorkflow(
  argo: ArgoWorkflowsClient,
  watched: Watched,
  signal: AbortSignal,
): Promise<Workflow | undefined> {
  const show = shower(watched);
  try {
    for await (const { type, object } of argo.workflows.watch(watched.namespace, {
      fieldSelector: `metadata.name=${watched.name}`,
      signal,
    })) {
      show(object);
      if (object.status?.finishedAt) return object;
      if (type === 'DELETED') return undefined;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return undefined;
}

function shower({ json, limits }: Watched): (workflow: Workflow) => void {
  const { stdout } = process;
  if (json) {
    return (workflow) => {
      stdout.write(`${JSON.stringify(asJson(workflow, Date.now()))}\n`);
    };
  }
  return stdout.isTTY ? inPlace(stdout, limits) : asLines(stdout);
}

/** What machines are told of a workflow. */
export const asJson = (workflow: Workflow, now: number): object => ({
  workflow: workflow.metadata.name,
  phase: workflow.status?.phase ?? 'Pending',
  steps: stepsOf(workflow, now),
});

function inPlace(
  stream: NodeJS.WriteStream,
  limits: readonly Limit[],
): (workflow: Workflow) => void {
  let height = 0;
  return (workflow) => {
    const lines = stepLines(workflow, limits, Date.now());
    const up = height > 0 ? `\u001B[${height}A\u001B[0J` : '';
    stream.write(`${up}${lines.join('\n')}\n`);
    height = lines.length;
  };
}

function asLines(stream: NodeJS.WriteStream): (workflow: Workflow) => void {
  const told = new Map<string, string>();
  return (workflow) => {
    for (const step of stepsOf(workflow, Date.now())) {
      if (told.get(step.name) === step.phase) continue;
      told.set(step.name, step.phase);
      stream.write(`${step.phase} ${formatStep(step)}\n`);
    }
  };
}
