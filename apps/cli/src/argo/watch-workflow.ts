import type { ArgoWorkflowsClient } from 'argo-workflows-client';

import type { Limit } from './limits.ts';
import { formatStep, stepLines, stepsOf } from './step-lines.ts';
import type { Workflow } from './workflow-times.ts';

export interface Watched {
  readonly namespace: string;
  readonly name: string;
  /** The run's own first, where it has one. */
  readonly limits: readonly Limit[];
}

interface Seen {
  /** Undefined where the server said nothing before the signal was given. */
  readonly last: Workflow | undefined;
  /** Whether somebody deleted it before its end. */
  readonly isGone: boolean;
}

/**
 * Shows a workflow on the standard error until its end, or until the signal is given: on a terminal the steps are
 * written over, in a pipe each change is a line.
 */
export async function watchWorkflow(
  argo: ArgoWorkflowsClient,
  watched: Watched,
  signal: AbortSignal,
): Promise<Seen> {
  const shown = screen(watched);
  let last: Workflow | undefined;
  try {
    for await (const { type, object } of argo.workflows.watch(watched.namespace, {
      fieldSelector: `metadata.name=${watched.name}`,
      signal,
    })) {
      last = object;
      shown.show(object);
      if (object.status?.finishedAt) break;
      if (type === 'DELETED') return { last, isGone: true };
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    shown.end();
  }
  return { last, isGone: false };
}

interface Screen {
  readonly show: (workflow: Workflow) => void;
  readonly end: () => void;
}

function screen({ limits }: Watched): Screen {
  const { stderr } = process;
  return stderr.isTTY ? inPlace(stderr, limits) : { show: asLines(stderr), end: () => undefined };
}

/** Times go on between two events, so it is drawn again each second. */
function inPlace(stream: NodeJS.WriteStream, limits: readonly Limit[]): Screen {
  let height = 0;
  let last: Workflow | undefined;
  const clear = (): void => {
    if (height > 0) stream.write(`\u001B[${height}A\u001B[0J`);
  };
  const draw = (): void => {
    if (!last) return;
    // A line that the terminal breaks would be two; some do not say how wide they are.
    const width = stream.columns > 0 ? stream.columns : undefined;
    const lines = stepLines(last, limits, Date.now()).map((line) => line.slice(0, width));
    clear();
    stream.write(`${lines.join('\n')}\n`);
    height = lines.length;
  };
  const clock = setInterval(draw, 1000);
  return {
    show: (workflow) => {
      last = workflow;
      draw();
    },
    // The last state is the answer, which is printed of every command alike.
    end: () => {
      clearInterval(clock);
      clear();
    },
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
