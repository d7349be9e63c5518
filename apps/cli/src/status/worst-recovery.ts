import type { Objective } from '@resilience/recovery/waived';
import { isKept, type Recovery } from './recoveries.ts';

/**
 * Of one service, the recovery that costs most of an objective: one that is not held, then the one with the greatest
 * loss or the longest time. Those that waivers excuse come after those that are held, and accepted losses last.
 *
 * @param recoveries of one service
 * @returns undefined where there is none
 */
export const worstRecovery = (
  recoveries: readonly Recovery[],
  objective: Objective,
): Recovery | undefined =>
  recoveries.toSorted(
    (a, b) => rank(a) - rank(b) || costOf(b, objective) - costOf(a, objective),
  )[0];

function rank(recovery: Recovery): number {
  if (!isKept(recovery)) return 0;
  if (recovery.verdict === 'unprotected') return 3;
  return recovery.waived ? 2 : 1;
}

/** In seconds; more than all others where the proof has no bound. */
const costOf = (recovery: Recovery, objective: Objective): number =>
  recovery[objective]?.proved ?? Number.MAX_VALUE;
