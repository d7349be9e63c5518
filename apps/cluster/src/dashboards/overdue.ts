import type { Cron } from '@resilience/config/cron';
import { gapsOf } from '@resilience/config/cron-gap';
import type { Duration } from '@resilience/config/duration';

/** The longest, in seconds, that nothing new needs to have come of what runs by a cron expression. */
export const overdueAfter = (run: {
  readonly cron: Cron;
  readonly durationBudget: Duration;
}): number => gapsOf(run.cron).longest.seconds + run.durationBudget.seconds;
