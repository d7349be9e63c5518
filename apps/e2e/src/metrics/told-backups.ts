import { ofVelero, type ToldObject } from './told-object.ts';

const scheduled = { 'velero.io/schedule-name': 'daily', 'velero.io/storage-location': 'default' };

/** Backups in the phases that alerts tell apart. */
export const toldBackups: readonly ToldObject[] = [
  {
    what: 'a scheduled backup that is complete, with snapshots',
    object: ofVelero({
      kind: 'Backup',
      name: 'daily-20260601020000',
      labels: scheduled,
      spec: { storageLocation: 'default', snapshotMoveData: false },
      status: {
        phase: 'Completed',
        startTimestamp: '2026-06-01T02:00:00Z',
        completionTimestamp: '2026-06-01T02:10:00Z',
        expiration: '2026-07-01T02:00:00Z',
        csiVolumeSnapshotsAttempted: 3,
        csiVolumeSnapshotsCompleted: 3,
        volumeSnapshotsAttempted: 1,
        volumeSnapshotsCompleted: 1,
      },
    }),
    series: [
      'resilience_backup_info{backup="daily-20260601020000",phase="Completed",schedule="daily",snapshot_move_data="false",storage_location="default"} 1',
      'resilience_backup_created_timestamp_seconds{backup="daily-20260601020000",phase="Completed",schedule="daily"} CREATED',
      'resilience_backup_start_timestamp_seconds{backup="daily-20260601020000",phase="Completed",schedule="daily"} 1780279200',
      'resilience_backup_completion_timestamp_seconds{backup="daily-20260601020000",phase="Completed",schedule="daily"} 1780279800',
      'resilience_backup_expiration_timestamp_seconds{backup="daily-20260601020000",phase="Completed",schedule="daily"} 1782871200',
      'resilience_backup_snapshots{backup="daily-20260601020000",schedule="daily",snapshot_move_data="false"} 3',
      'resilience_backup_native_snapshots{backup="daily-20260601020000",schedule="daily"} 1',
    ],
  },
  {
    what: 'a backup that goes on, of moved data',
    object: ofVelero({
      kind: 'Backup',
      name: 'weekly-20260601030000',
      labels: { ...scheduled, 'velero.io/schedule-name': 'weekly' },
      spec: { storageLocation: 'default', snapshotMoveData: true },
      status: {
        phase: 'WaitingForPluginOperations',
        startTimestamp: '2026-06-01T03:00:00Z',
        expiration: '2026-08-30T03:00:00Z',
      },
    }),
    series: [
      'resilience_backup_info{backup="weekly-20260601030000",phase="WaitingForPluginOperations",schedule="weekly",snapshot_move_data="true",storage_location="default"} 1',
      'resilience_backup_created_timestamp_seconds{backup="weekly-20260601030000",phase="WaitingForPluginOperations",schedule="weekly"} CREATED',
      'resilience_backup_start_timestamp_seconds{backup="weekly-20260601030000",phase="WaitingForPluginOperations",schedule="weekly"} 1780282800',
      'resilience_backup_expiration_timestamp_seconds{backup="weekly-20260601030000",phase="WaitingForPluginOperations",schedule="weekly"} 1788058800',
      'resilience_backup_snapshots{backup="weekly-20260601030000",schedule="weekly",snapshot_move_data="true"} 0',
      'resilience_backup_native_snapshots{backup="weekly-20260601030000",schedule="weekly"} 0',
    ],
  },
  {
    what: 'a backup that is not valid, and so never begins',
    object: ofVelero({
      kind: 'Backup',
      name: 'daily-20260602020000',
      labels: scheduled,
      spec: { storageLocation: 'gone' },
      status: { phase: 'FailedValidation', validationErrors: ['no such location'] },
    }),
    series: [
      'resilience_backup_info{backup="daily-20260602020000",phase="FailedValidation",schedule="daily",storage_location="gone"} 1',
      'resilience_backup_created_timestamp_seconds{backup="daily-20260602020000",phase="FailedValidation",schedule="daily"} CREATED',
      'resilience_backup_snapshots{backup="daily-20260602020000",schedule="daily"} 0',
      'resilience_backup_native_snapshots{backup="daily-20260602020000",schedule="daily"} 0',
    ],
  },
  {
    what: 'a backup by hand that Velero has not seen yet, with the labels and names of others',
    object: ofVelero({
      kind: 'Backup',
      name: 'by-hand',
      labels: { name: 'somebody', phase: 'Failed' },
      spec: {
        includedNamespaces: ['orders'],
        metadata: { labels: { 'velero.io/schedule-name': 'daily' } },
      },
    }),
    series: [
      'resilience_backup_info{backup="by-hand"} 1',
      'resilience_backup_created_timestamp_seconds{backup="by-hand"} CREATED',
      'resilience_backup_snapshots{backup="by-hand"} 0',
      'resilience_backup_native_snapshots{backup="by-hand"} 0',
    ],
  },
];
