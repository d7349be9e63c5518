import { objectName, phases, type ResourceState, timestamp } from './resource-state.ts';

export const backupStorageLocationState: ResourceState = {
  groupVersionKind: { group: 'velero.io', version: 'v1', kind: 'BackupStorageLocation' },
  resourcePlural: 'backupstoragelocations',
  metricNamePrefix: 'resilience_backup_storage_location',
  labelsFromPath: { storage_location: objectName },
  metrics: [
    phases('Whether Velero reaches the bucket.', ['Available', 'Unavailable']),
    timestamp(
      'last_validation_timestamp_seconds',
      'When Velero last looked whether it reaches the bucket.',
      ['status', 'lastValidationTime'],
    ),
    timestamp(
      'last_sync_timestamp_seconds',
      'When Velero last read from the bucket which backups there are.',
      ['status', 'lastSyncedTime'],
    ),
  ],
};
