import { objectName, phases, type ResourceState, timestamp } from './resource-state.ts';

export const backupRepositoryState: ResourceState = {
  groupVersionKind: { group: 'velero.io', version: 'v1', kind: 'BackupRepository' },
  resourcePlural: 'backuprepositories',
  metricNamePrefix: 'resilience_backup_repository',
  labelsFromPath: { repository: objectName, volume_namespace: ['spec', 'volumeNamespace'] },
  metrics: [
    phases('Whether the repository can be written and read.', ['New', 'Ready', 'NotReady']),
    timestamp(
      'last_maintenance_timestamp_seconds',
      'When the maintenance of the repository last succeeded.',
      ['status', 'lastMaintenanceTime'],
    ),
  ],
};
