import { completedBackups } from '../backups-of.ts';
import { recordFamily } from '../record.ts';

export const backupDataTimestamp = recordFamily({
  name: 'backup-data-timestamp',
  about: 'When the newest backup of each schedule began that holds all it should.',
  rules: ({ backups }) => {
    const names = Object.keys(backups.source.schedules);
    return names.length === 0
      ? []
      : [
          {
            record: 'resilience:backup_data_timestamp_seconds:max',
            expr: `max by (schedule) (${completedBackups(names)})`,
          },
        ];
  },
});
