import { formatDuration } from '@resilience/config/duration';
import type { WorkflowEvent } from 'argo-workflows-client';

export type Workflow = WorkflowEvent['object'];

/** One step as far as it is. */
export interface StepState {
  readonly name: string;
  readonly phase: string;
  /** Until its end, or until now; undefined before it begins. */
  readonly seconds: number | undefined;
  readonly message: string | undefined;
}

/** What runs in pods or waits for people; groups of steps only hold these. */
const shown: ReadonlySet<string> = new Set(['Pod', 'Suspend']);

/** @param now milliseconds since 1970 */
export function stepsOf({ status }: Workflow, now: number): StepState[] {
  return Object.values(status?.nodes ?? {})
    .filter(({ type }) => shown.has(type))
    .toSorted((a, b) => order(a.startedAt, b.startedAt) || order(a.id, b.id))
    .map(({ displayName, name, phase, startedAt, finishedAt, message }) => ({
      name: displayName ?? name,
      phase: phase ?? 'Pending',
      seconds: secondsBetween(startedAt, finishedAt, now),
      message,
    }));
}

/** The whole run as lines: its state against the budget, then each step. */
export function stepLines(workflow: Workflow, budgetSeconds: number, now: number): string[] {
  const { metadata, status } = workflow;
  const taken = secondsBetween(status?.startedAt, status?.finishedAt, now) ?? 0;
  const over = taken > budgetSeconds ? ', over it' : '';
  const head = `${metadata.name} ${status?.phase ?? 'Pending'}: ${inWords(taken)} of ${inWords(budgetSeconds)}${over}`;
  return [head, ...stepsOf(workflow, now).map((step) => `  ${formatStep(step)}`)];
}

export function formatStep({ name, phase, seconds, message }: StepState): string {
  const time = seconds === undefined ? '' : ` ${inWords(seconds)}`;
  return `${mark(phase)} ${name}${time}${message === undefined || message === '' ? '' : `: ${message}`}`;
}

const inWords = (seconds: number): string => formatDuration({ seconds });

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

function secondsBetween(
  start: string | undefined | null,
  end: string | undefined | null,
  now: number,
): number | undefined {
  if (!start) return undefined;
  const until = end ? Date.parse(end) : now;
  return Math.max(0, Math.floor((until - Date.parse(start)) / 1000));
}
