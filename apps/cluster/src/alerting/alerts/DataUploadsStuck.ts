import { formatDuration } from '@resilience/config/duration';

import { alert } from '../alert.ts';
import { uploadingPhases } from '../backup-phases.ts';
import { schedulesThatUpload } from '../copied-volumes.ts';
import { oneOf } from '../promql.ts';
import { seenWithin } from '../seen-within.ts';

/** The data of a volume is not in the bucket in the time that the whole backup may take. */
export const DataUploadsStuck = alert({
  name: 'DataUploadsStuck',
  severity: 'warning',
  component: 'backup',
  needs: [
    'resilience_backup_info',
    'resilience_data_upload_created_timestamp_seconds',
    'resilience_pod_volume_backup_created_timestamp_seconds',
  ],
  conditions: (environment) =>
    Object.entries(environment.schedules)
      .filter(([name]) => schedulesThatUpload(environment).includes(name))
      .map(([schedule, { durationBudget: budget }]) => ({
        expr: `count(
  (${overdue('data_upload', budget.seconds)} or ${overdue('pod_volume_backup', budget.seconds)})
  and on (backup) resilience_backup_info{schedule="${schedule}"}
) > 0`,
        for: seenWithin,
        labels: { schedule },
        summary: `Data of a backup of ${schedule} does not get to the bucket`,
        description: `{{ $value }} volumes of backups of ${schedule} have been on their way for more than ${formatDuration(budget)}, the budget of the whole backup.`,
      })),
});

const overdue = (upload: 'data_upload' | 'pod_volume_backup', seconds: number): string =>
  `time() - resilience_${upload}_created_timestamp_seconds{${oneOf('phase', uploadingPhases)}} > ${seconds}`;
