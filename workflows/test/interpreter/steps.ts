import { type Ended, type Ending, runInScope, type RunTask } from './dag.ts';
import type { Group } from './rendered.ts';
import type { Scope } from './scope.ts';

/**
 * @see https://argo-workflows.readthedocs.io/en/latest/walk-through/continuing-on-failed-steps/
 */
export function runSteps(groups: readonly Group[], scope: Scope, run: RunTask): Ending {
  let known = scope;
  for (const group of groups) {
    const ended = group.map((task) => ({ task, ...runInScope(task, known, run) }));
    const stops = ended.some(
      ({ task, state }) => state === 'Failed' && task.continueOn?.failed !== true,
    );
    if (stops) return { phase: 'Failed', outputs: {} };
    known = Object.assign({}, known, ...ended.map((each) => left(each.task.name, each)));
  }
  return { phase: 'Succeeded', outputs: {} };
}

const left = (name: string, { state, outputs }: Ended): Scope => ({
  [`steps.${name}.status`]: state,
  ...Object.fromEntries(
    Object.entries(outputs).map(([key, value]) => [
      `steps.${name}.outputs.parameters.${key}`,
      value,
    ]),
  ),
});
