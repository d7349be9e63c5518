import { minutes } from '@resilience/config/duration';

import { alert } from '../alert.ts';

/** Velero looks at the bucket every minute: one refusal is chance, five are not. */
const severalLooks = minutes(5);

/** Velero cannot reach its bucket, or may not: nothing is backed up, and nothing restored. */
export const BackupStorageUnavailable = alert({
  name: 'BackupStorageUnavailable',
  severity: 'critical',
  component: 'storage',
  needs: ['resilience_backup_storage_location_phase'],
  conditions: ({ backups }) => [
    {
      expr: 'max by (storage_location) (resilience_backup_storage_location_phase{storage_location="default",phase="Available"}) == 0',
      for: severalLooks,
      summary: `Velero cannot use the bucket ${backups.bucket}`,
      description: `The storage location {{ $labels.storage_location }} (${backups.bucket} in ${backups.region}) is not available: no backup is made, and none restored.`,
    },
  ],
});
