import { alert } from '../alert.ts';
import { newestEndedIn } from '../backups-of.ts';

/** A backup lacks something; it is not counted as data that a service can be restored from. */
export const BackupPartiallyFailed = alert({
  name: 'BackupPartiallyFailed',
  severity: 'warning',
  component: 'backup',
  needs: ['resilience_backup_start_timestamp_seconds'],
  conditions: ({ schedules }) => {
    const names = Object.keys(schedules);
    if (names.length === 0) return [];
    return [
      {
        expr: newestEndedIn(names, 'PartiallyFailed'),
        summary: 'The newest backup of {{ $labels.schedule }} lacks something',
        description:
          'The backup that schedule {{ $labels.schedule }} began at {{ $value | humanizeTimestamp }} failed in part: not all of it can be restored.',
      },
    ];
  },
});
