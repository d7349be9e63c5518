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
  const shown = screen(watched);
  try {
    for await (const { type, object } of argo.workflows.watch(watched.namespace, {
      fieldSelector: `metadata.name=${watched.name}`,
      signal,
    })) {
      shown.show(object);
      if (object.status?.finishedAt) return object;
      if (type === 'DELETED') return undefined;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    shown.end();
  }
  return undefined;
}

interface Screen {
  readonly show: (workflow: Workflow) => void;
  readonly end: () => void;
}

function screen({ json, limits }: Watched): Screen {
  const { stdout } = process;
  if (json) {
    const show = (workflow: Workflow): void => {
      stdout.write(`${JSON.stringify(asJson(workflow, Date.now()))}\n`);
    };
    return { show, end: () => undefined };
  }
  return stdout.isTTY ? inPlace(stdout, limits) : { show: asLines(stdout), end: () => undefined };
}

/** What machines are told of a workflow. */
export const asJson = (workflow: Workflow, now: number): object => ({
  workflow: workflow.metadata.name,
  phase: workflow.status?.phase ?? 'Pending',
  steps: stepsOf(workflow, now),
});

/** Times go on between two events, so it is drawn again each second. */
function inPlace(stream: NodeJS.WriteStream, limits: readonly Limit[]): Screen {
  let height = 0;
  let last: Workflow | undefined;
  const draw = (): void => {
    if (!last) return;
    // A line that the terminal breaks would be two; some do not say how wide they are.
    const width = stream.columns > 0 ? stream.columns : undefined;
    const lines = stepLines(last, limits, Date.now()).map((line) => line.slice(0, width));
    const up = height > 0 ? `\u001B[${height}A\u001B[0J` : '';
    stream.write(`${up}${lines.join('\n')}\n`);
    height = lines.length;
  };
  const clock = setInterval(draw, 1000);
  return {
    show: (workflow) => {
      last = workflow;
      draw();
    },
    end: () => clearInterval(clock),
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
