import { alert } from '../alert.ts';
import { newestFinished } from '../backups-of.ts';
import { firstOf, oneOf } from '../promql.ts';

/** Velero refuses what a schedule asks for: a backup, which then never begins, or the schedule itself. */
export const BackupValidationFailed = alert({
  name: 'BackupValidationFailed',
  severity: 'critical',
  component: 'backup',
  needs: [
    'resilience_backup_created_timestamp_seconds',
    'resilience_backup_start_timestamp_seconds',
    'resilience_schedule_phase',
  ],
  conditions: ({ schedules }) => {
    const names = Object.keys(schedules);
    if (names.length === 0) return [];
    const of = oneOf('schedule', names);
    const refused = `max by (schedule) (resilience_backup_created_timestamp_seconds{${of},phase="FailedValidation"})`;
    return [
      {
        expr: firstOf(
          `${refused} > (${newestFinished(names)} or ${refused} - 1)`,
          `max by (schedule) (resilience_schedule_phase{${of},phase="FailedValidation"}) == 1`,
        ),
        summary: 'Velero refuses to back up by {{ $labels.schedule }}',
        description:
          'The newest backup of schedule {{ $labels.schedule }}, or the schedule itself, failed validation: nothing is backed up by it.',
      },
    ];
  },
});
