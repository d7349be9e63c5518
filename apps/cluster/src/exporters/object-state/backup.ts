import {
  created,
  info,
  numberOrZero,
  objectName,
  phase,
  type ResourceState,
  timestamp,
} from './resource-state.ts';

const moved = { snapshot_move_data: ['spec', 'snapshotMoveData'] };

export const backupState: ResourceState = {
  groupVersionKind: { group: 'velero.io', version: 'v1', kind: 'Backup' },
  resourcePlural: 'backups',
  metricNamePrefix: 'resilience_backup',
  labelsFromPath: {
    backup: objectName,
    // A backup that nobody scheduled has no such label.
    schedule: ['metadata', 'labels', 'velero.io/schedule-name'],
  },
  metrics: [
    info('A backup.', 'backup', {
      phase,
      storage_location: ['spec', 'storageLocation'],
      ...moved,
    }),
    timestamp(
      'created_timestamp_seconds',
      'When the backup was asked for; one that is not valid never begins.',
      created,
      { phase },
    ),
    timestamp('start_timestamp_seconds', 'When the backup began.', ['status', 'startTimestamp'], {
      phase,
    }),
    timestamp(
      'completion_timestamp_seconds',
      'When the backup ended, well or not.',
      ['status', 'completionTimestamp'],
      { phase },
    ),
    timestamp(
      'expiration_timestamp_seconds',
      'When Velero deletes the backup.',
      ['status', 'expiration'],
      { phase },
    ),
    numberOrZero(
      'snapshots',
      'CSI snapshots that the backup took and, unless it moved their data, keeps.',
      ['status', 'csiVolumeSnapshotsCompleted'],
      moved,
    ),
    numberOrZero(
      'native_snapshots',
      'EBS snapshots that the backup took of volumes without a CSI driver, and keeps.',
      ['status', 'volumeSnapshotsCompleted'],
    ),
  ],
};
