import { ofVelero, type ToldObject } from './told-object.ts';

const location = (name: string, status?: object) =>
  ofVelero({
    kind: 'BackupStorageLocation',
    name,
    spec: { provider: 'aws', objectStorage: { bucket: 'backups' } },
    ...(status && { status }),
  });

const repository = (name: string, status?: object) =>
  ofVelero({
    kind: 'BackupRepository',
    name,
    spec: {
      backupStorageLocation: 'default',
      maintenanceFrequency: '1h0m0s',
      repositoryType: 'kopia',
      resticIdentifier: '',
      volumeNamespace: 'orders',
    },
    ...(status && { status }),
  });

/** Where backups are kept. */
export const toldStorage: readonly ToldObject[] = [
  {
    what: 'a location that Velero reaches',
    object: location('default', {
      phase: 'Available',
      lastValidationTime: '2026-06-01T02:00:00Z',
      lastSyncedTime: '2026-06-01T02:00:30Z',
    }),
    series: [
      'resilience_backup_storage_location_phase{phase="Available",storage_location="default"} 1',
      'resilience_backup_storage_location_phase{phase="Unavailable",storage_location="default"} 0',
      'resilience_backup_storage_location_last_validation_timestamp_seconds{storage_location="default"} 1780279200',
      'resilience_backup_storage_location_last_sync_timestamp_seconds{storage_location="default"} 1780279230',
    ],
  },
  {
    what: 'a location that Velero does not reach',
    object: location('lost', { phase: 'Unavailable', message: 'AccessDenied' }),
    series: [
      'resilience_backup_storage_location_phase{phase="Available",storage_location="lost"} 0',
      'resilience_backup_storage_location_phase{phase="Unavailable",storage_location="lost"} 1',
    ],
  },
  { what: 'a location that Velero has not seen yet', object: location('new'), series: [] },
  {
    what: 'a repository that is maintained',
    object: repository('orders-default-kopia-x1', {
      phase: 'Ready',
      lastMaintenanceTime: '2026-06-01T02:00:00Z',
    }),
    series: [
      'resilience_backup_repository_phase{phase="New",repository="orders-default-kopia-x1",volume_namespace="orders"} 0',
      'resilience_backup_repository_phase{phase="Ready",repository="orders-default-kopia-x1",volume_namespace="orders"} 1',
      'resilience_backup_repository_phase{phase="NotReady",repository="orders-default-kopia-x1",volume_namespace="orders"} 0',
      'resilience_backup_repository_last_maintenance_timestamp_seconds{repository="orders-default-kopia-x1",volume_namespace="orders"} 1780279200',
    ],
  },
  {
    what: 'a repository that Velero has not seen yet',
    object: repository('orders-default-kopia-x2'),
    series: [],
  },
];
