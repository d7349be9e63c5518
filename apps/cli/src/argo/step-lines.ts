import { formatDuration } from '@resilience/config/duration';

import { formatLimit, type Limit } from './limits.ts';
import { secondsBetween, type Workflow } from './workflow-times.ts';

type Node = NonNullable<NonNullable<Workflow['status']>['nodes']>[string];

/** One step as far as it is. */
export interface StepState {
  readonly name: string;
  readonly phase: string;
  /** Until its end, or until now; undefined before it begins. */
  readonly seconds: number | undefined;
  readonly message: string | undefined;
}

/** What runs in pods or waits for people; groups of steps only hold these. */
const steps: ReadonlySet<string> = new Set(['Pod', 'Suspend']);
const groups: ReadonlySet<string> = new Set(['DAG', 'Steps']);

/** @param now milliseconds since 1970 */
export const stepsOf = (workflow: Workflow, now: number): StepState[] =>
  nodesOf(workflow)
    .filter(({ type }) => steps.has(type))
    .map((node) => toState(node, now));

/** The whole run as lines: its state, each limit that it is held to, then the tree of its steps. */
export function stepLines(workflow: Workflow, limits: readonly Limit[], now: number): string[] {
  const { metadata, status } = workflow;
  const [own, ...others] = limits.map((limit) => formatLimit(workflow, limit, now));
  const head = `${metadata.name} ${status?.phase ?? 'Pending'}${own === undefined ? '' : `: ${own}`}`;
  return [head, ...others.map((line) => `  ${line}`), ...treeOf(workflow, now)];
}

/** Each group of steps with what is in it below; the outermost is the workflow itself. */
function treeOf(workflow: Workflow, now: number): string[] {
  const nodes = nodesOf(workflow);
  const known = new Set(nodes.filter(isGroup).map(({ id }) => id));
  const below = (parent: string, depth: number): string[] =>
    nodes.filter(({ boundaryID }) => boundaryID === parent).flatMap((node) => lines(node, depth));
  const lines = (node: Node, depth: number): string[] => {
    if (isGroup(node)) return [line(node, depth), ...below(node.id, depth + 1)];
    return steps.has(node.type) ? [line(node, depth)] : [];
  };
  const line = (node: Node, depth: number): string =>
    `${'  '.repeat(depth)}${formatStep(toState(node, now))}`;
  return nodes
    .filter(({ boundaryID }) => boundaryID === undefined || !known.has(boundaryID))
    .flatMap((node) => (isGroup(node) ? below(node.id, 1) : lines(node, 1)));
}

const isGroup = ({ type }: Node): boolean => groups.has(type);

const nodesOf = ({ status }: Workflow): Node[] =>
  Object.values(status?.nodes ?? {}).toSorted(
    (a, b) => order(a.startedAt, b.startedAt) || order(a.id, b.id),
  );

const toState = (
  { displayName, name, phase, startedAt, finishedAt, message }: Node,
  now: number,
): StepState => ({
  name: displayName ?? name,
  phase: phase ?? 'Pending',
  seconds: secondsBetween(startedAt, finishedAt, now),
  message,
});

export function formatStep({ name, phase, seconds, message }: StepState): string {
  const time = seconds === undefined ? '' : ` ${formatDuration({ seconds })}`;
  return `${mark(phase)} ${name}${time}${message === undefined || message === '' ? '' : `: ${message}`}`;
}

const marks: Readonly<Record<string, string>> = {
  Succeeded: '✓',
  Failed: '✗',
  Error: '✗',
  Running: '›',
  Skipped: '-',
  Omitted: '-',
};

const mark = (phase: string): string => marks[phase] ?? '·';

const order = (a: string | undefined = '', b: string | undefined = ''): number =>
  a < b ? -1 : Number(a > b);
