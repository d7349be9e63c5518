import { lastDuration } from '../backups-of.ts';
import { recordFamily } from '../record.ts';

export const backupDuration = recordFamily({
  name: 'backup-duration',
  about: 'How long the newest backup of each schedule took.',
  rules: ({ schedules }) => {
    const names = Object.keys(schedules);
    return names.length === 0
      ? []
      : [{ record: 'resilience:backup_duration_seconds:last', expr: lastDuration(names) }];
  },
});
