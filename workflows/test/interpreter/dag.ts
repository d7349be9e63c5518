import { holds } from './condition.ts';
import type { Dag, Task } from './rendered.ts';
import { filled, type Scope } from './scope.ts';

/** How a step ended, and what it left. */
export interface Ending {
  readonly phase: 'Succeeded' | 'Failed';
  readonly outputs: Scope;
}

type State = Ending['phase'] | 'Skipped' | 'Omitted';

/** Runs one task with the parameters that it is given. */
export type RunTask = (task: Task, given: Scope) => Ending;

export interface Ended {
  readonly state: State;
  readonly outputs: Scope;
}

/**
 * @see https://argo-workflows.readthedocs.io/en/latest/enhanced-depends-logic/
 */
export function runDag(dag: Dag, scope: Scope, run: RunTask): Ending {
  const ended = new Map<string, Ended>();
  const targets = dag.target?.split(' ') ?? leaves(dag);
  for (const task of ordered(dag.tasks)) {
    // A target that failed fails the whole at once, unless it is told to go on.
    if (dag.failFast !== false && targets.some((name) => ended.get(name)?.state === 'Failed'))
      break;
    ended.set(task.name, runTask(task, ended, scope, run));
  }
  const failed = targets.some((name) => branchFailed(dag, name, ended));
  return { phase: failed ? 'Failed' : 'Succeeded', outputs: {} };
}

/** What a task that never ran comes to is what the ones before it came to. */
function branchFailed(dag: Dag, name: string, ended: ReadonlyMap<string, Ended>): boolean {
  const state = ended.get(name)?.state;
  if (state === 'Failed' || state === undefined) return true;
  if (state !== 'Omitted') return false;
  const task = dag.tasks.find((each) => each.name === name);
  return task ? before(task).some((each) => branchFailed(dag, each, ended)) : false;
}

function runTask(task: Task, ended: ReadonlyMap<string, Ended>, scope: Scope, run: RunTask): Ended {
  if (!mayRun(task, ended)) return { state: 'Omitted', outputs: {} };
  return runInScope(task, { ...scope, ...left(ended) }, run);
}

/** Runs a task whose turn it is, for each item of its list where it has one. */
export function runInScope(task: Task, known: Scope, run: RunTask): Ended {
  if (task.when !== undefined && !holds(filled(task.when, known), () => false)) {
    return { state: 'Skipped', outputs: {} };
  }
  const items =
    task.withParam === undefined
      ? [{}]
      : (JSON.parse(filled(task.withParam, known)) as Record<string, unknown>[]);
  if (items.length === 0) return { state: 'Skipped', outputs: {} };
  const endings = items.map((item) => run(task, given(task, { ...known, ...itemScope(item) })));
  const failed = endings.some(({ phase }) => phase === 'Failed');
  return { state: failed ? 'Failed' : 'Succeeded', outputs: endings[0]?.outputs ?? {} };
}

function mayRun({ depends }: Task, ended: ReadonlyMap<string, Ended>): boolean {
  if (depends === undefined) return true;
  return holds(depends, (word) => {
    const [name = '', wanted] = word.split('.');
    const state = ended.get(name)?.state;
    return wanted === undefined ? state === 'Succeeded' || state === 'Skipped' : state === wanted;
  });
}

const left = (ended: ReadonlyMap<string, Ended>): Scope =>
  Object.fromEntries(
    [...ended].flatMap(([task, { outputs }]) =>
      Object.entries(outputs).map(([name, value]) => [
        `tasks.${task}.outputs.parameters.${name}`,
        value,
      ]),
    ),
  );

const given = (task: Task, scope: Scope): Scope =>
  Object.fromEntries(
    (task.arguments?.parameters ?? []).map(({ name, value }) => [name, filled(value ?? '', scope)]),
  );

/** Argo leaves the escapes of JSON in a text that is an item's, but writes lists and objects out as they are. */
const itemScope = (item: Record<string, unknown>): Scope =>
  Object.fromEntries(
    Object.entries(item).map(([key, value]) => [
      `item.${key}`,
      typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : JSON.stringify(value),
    ]),
  );

const before = ({ depends }: Task): string[] =>
  [...(depends ?? '').matchAll(/[\w-]+(?:\.\w+)?/g)].map(([word]) => word.split('.')[0] ?? '');

const leaves = ({ tasks }: Dag): string[] =>
  tasks
    .map(({ name }) => name)
    .filter((name) => !tasks.some((other) => before(other).includes(name)));

/** Each task after those that it depends on. */
function ordered(tasks: readonly Task[]): Task[] {
  const done: Task[] = [];
  let rest = [...tasks];
  while (rest.length > 0) {
    const names = new Set(done.map(({ name }) => name));
    const ready = rest.filter((task) => before(task).every((name) => names.has(name)));
    if (ready.length === 0) throw new Error('tasks wait for each other');
    done.push(...ready);
    rest = rest.filter((task) => !ready.includes(task));
  }
  return done;
}
