import { gapsOf } from '@resilience/config/cron-gap';
import type { Schedule } from '@resilience/config/declaration';
import type { Duration } from '@resilience/config/duration';

/** The most data that is lost, in time, and what it is made of. */
export interface DataLoss {
  readonly gap: Duration;
  /** Firings that pass unused while the backup before them is still being made; zero if it is always done. */
  readonly skipped: Duration;
  readonly duration: Duration;
  /** Until the copy is where it outlives the disaster; zero where it is at once. */
  readonly lag: Duration;
  readonly total: Duration;
}

/**
 * What is lost when the disaster comes just before a backup is there: the newest that is there began a
 * whole gap before this one, which itself takes its time to be finished and copied. Velero skips a
 * firing while the schedule's backup before it is in progress: the next begins at the first firing
 * after it, which comes less than a gap later.
 *
 * @see https://velero.io/docs/v1.18/api-types/schedule/
 */
export function worstLoss({ cron, durationBudget }: Schedule, lag: Duration): DataLoss {
  const { longest: gap, shortest } = gapsOf(cron);
  const skips = durationBudget.seconds > shortest.seconds;
  const skipped = { seconds: skips ? durationBudget.seconds : 0 };
  const total = { seconds: gap.seconds + skipped.seconds + durationBudget.seconds + lag.seconds };
  return { gap, skipped, duration: durationBudget, lag, total };
}

/** What is lost on average, when the disaster may come at any time and each backup takes its whole budget. */
export const expectedLoss = ({ cron, durationBudget }: Schedule, lag: Duration): Duration => ({
  seconds: gapsOf(cron).meanAge.seconds + durationBudget.seconds + lag.seconds,
});
