import { longestGap } from '@resilience/config/cron-gap';
import type { Schedule } from '@resilience/config/declaration';
import type { Duration } from '@resilience/config/duration';

/** The most data that is lost, in time, and what it is made of. */
export interface DataLoss {
  /** The schedule whose backups are restored. */
  readonly schedule: string;
  readonly gap: Duration;
  readonly duration: Duration;
  /** Until the copy is where it outlives the disaster; zero where it is at once. */
  readonly lag: Duration;
  readonly total: Duration;
}

/**
 * What is lost when the disaster comes just before a backup is there: the newest that is there began a
 * whole gap before this one, which itself takes its time to be finished and copied.
 */
export function worstLoss(
  name: string,
  { cron, durationBudget }: Schedule,
  lag: Duration,
): DataLoss {
  const gap = longestGap(cron);
  const total = { seconds: gap.seconds + durationBudget.seconds + lag.seconds };
  return { schedule: name, gap, duration: durationBudget, lag, total };
}
