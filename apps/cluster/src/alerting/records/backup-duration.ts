import { lastDuration } from '../backups-of.ts';
import { recordFamily } from '../record.ts';

/** How long the newest backup of each schedule took. */
export const backupDuration = recordFamily({
  name: 'backup-duration',
  rules: ({ schedules }) => {
    const names = Object.keys(schedules);
    return names.length === 0
      ? []
      : [{ record: 'resilience:backup_duration_seconds:last', expr: lastDuration(names) }];
  },
});
