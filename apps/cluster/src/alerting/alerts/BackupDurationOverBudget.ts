import { formatDuration } from '@resilience/config/duration';

import { alert } from '../alert.ts';
import { lastDuration, runningFor } from '../backups-of.ts';
import { firstOf } from '../promql.ts';
import { seenWithin } from '../seen-within.ts';

/** A backup takes longer than the proof counts on, or the newest took so long. */
export const BackupDurationOverBudget = alert({
  name: 'BackupDurationOverBudget',
  severity: 'warning',
  component: 'backup',
  needs: [
    'resilience_backup_start_timestamp_seconds',
    'resilience_backup_completion_timestamp_seconds',
  ],
  conditions: ({ schedules }) =>
    Object.entries(schedules).map(([schedule, { durationBudget: budget }]) => ({
      expr: firstOf(
        `${runningFor(schedule)} > ${budget.seconds}`,
        `max(${lastDuration([schedule])}) > ${budget.seconds}`,
      ),
      for: seenWithin,
      labels: { schedule },
      summary: `A backup of ${schedule} takes longer than its budget`,
      description: `A backup of ${schedule} has taken {{ $value | humanizeDuration }}, and ${formatDuration(budget)} are declared: recovery points are proved with no more.`,
    })),
});
