import { formatDuration } from '@resilience/config/duration';

import { secondsBetween, type Workflow } from './workflow-times.ts';

/** The longest that a run, or a recovery in it, may take. */
export interface Limit {
  /** Such as `RTO of orders`; empty for the run itself. */
  readonly of: string;
  readonly seconds: number;
  /** What its time is counted from: the beginning of the run, or the step that chooses the backup. */
  readonly since: 'begin' | 'choose-backup';
}

/** One limit and how much of it is used, such as `RTO of orders: 2 min of 4 h`. */
export function formatLimit(
  workflow: Workflow,
  { of, seconds, since }: Limit,
  now: number,
): string {
  const taken = takenSince(workflow, since, now);
  const over = taken > seconds ? ', over it' : '';
  const used = `${formatDuration({ seconds: taken })} of ${formatDuration({ seconds })}${over}`;
  return of === '' ? used : `${of}: ${used}`;
}

/** Recovery ends with the step that measures it; what comes after is cleaning up. */
function takenSince({ status }: Workflow, since: Limit['since'], now: number): number {
  const nodes = Object.values(status?.nodes ?? {});
  const begin =
    since === 'begin'
      ? status?.startedAt
      : nodes.find(({ displayName }) => displayName === since)?.startedAt;
  const measured = nodes.find(({ displayName }) => displayName === 'measure')?.finishedAt;
  const end = since === 'begin' ? status?.finishedAt : (measured ?? status?.finishedAt);
  return secondsBetween(begin, end, now) ?? 0;
}
