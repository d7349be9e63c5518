import { formatDuration } from '@resilience/config/duration';

import { secondsBetween, type Workflow } from './workflow-times.ts';

/** The longest that a run, or a recovery in it, may take. */
export interface Limit {
  /** Such as `RTO of orders`; empty for the run itself. */
  readonly of: string;
  readonly seconds: number;
  /** The steps that its time is counted from and to; the whole run where there are none. */
  readonly between?: readonly [from: string, to: string];
}

/** One limit and how much of it is used, such as `RTO of orders: 2 min of 4 h`. */
export function formatLimit(
  workflow: Workflow,
  { of, seconds, between }: Limit,
  now: number,
): string {
  const taken = takenBetween(workflow, between, now);
  const over = taken > seconds ? ', over it' : '';
  const used = `${formatDuration({ seconds: taken })} of ${formatDuration({ seconds })}${over}`;
  return of === '' ? used : `${of}: ${used}`;
}

/** What has not ended yet is counted until now, or until the run ended without it. */
function takenBetween({ status }: Workflow, between: Limit['between'], now: number): number {
  if (!between) return secondsBetween(status?.startedAt, status?.finishedAt, now) ?? 0;
  const nodes = Object.values(status?.nodes ?? {});
  const [from, to] = between.map((step) => nodes.find((node) => node.displayName === step));
  return secondsBetween(from?.startedAt, to?.finishedAt ?? status?.finishedAt, now) ?? 0;
}
