import { gapsOf } from '@resilience/config/cron-gap';
import type { Schedule } from '@resilience/config/declaration';
import { type Duration, formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { alert } from '../alert.ts';
import { begunSince } from '../backups-of.ts';
import { seenWithin } from '../seen-within.ts';

/** A schedule has let a firing pass, or never ran. */
export const BackupScheduleMissed = alert({
  name: 'BackupScheduleMissed',
  severity: 'critical',
  component: 'backup',
  needs: [
    'resilience_backup_start_timestamp_seconds',
    'resilience_schedule_created_timestamp_seconds',
  ],
  conditions: (environment) =>
    Object.entries(environment.schedules).map(([schedule, declared]) => {
      const limit = limitOf(environment, declared);
      return {
        expr: `time() - (\n${begunSince(schedule)}\n) > ${limit.seconds}`,
        for: seenWithin,
        labels: { schedule },
        summary: `No backup of ${schedule} has begun when it should`,
        description: `The newest backup of ${schedule} (${declared.cron.expression} UTC) began {{ $value | humanizeDuration }} ago; the next is due after ${formatDuration(limit)} at most.`,
      };
    }),
});

/**
 * Velero makes one backup at a time: one that is due waits for the one at work, of its own schedule or
 * of another, which takes the longest of all budgets at most.
 */
function limitOf({ schedules }: Environment, { cron }: Schedule): Duration {
  const budgets = Object.values(schedules).map(({ durationBudget }) => durationBudget.seconds);
  return { seconds: gapsOf(cron).longest.seconds + Math.max(...budgets) };
}
