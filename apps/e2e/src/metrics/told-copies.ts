import { ofVelero, type ToldObject } from './told-object.ts';

const labels = { 'velero.io/backup-name': 'weekly-20260601030000' };

const upload = (name: string, status?: object) =>
  ofVelero(
    {
      kind: 'DataUpload',
      name,
      labels,
      spec: {
        backupStorageLocation: 'default',
        operationTimeout: '10m0s',
        snapshotType: 'CSI',
        sourceNamespace: 'orders',
        sourcePVC: 'data',
      },
      ...(status && { status }),
    },
    'velero.io/v2alpha1',
  );

const podVolumeBackup = (name: string, status?: object) =>
  ofVelero({
    kind: 'PodVolumeBackup',
    name,
    labels,
    spec: {
      backupStorageLocation: 'default',
      node: 'node-1',
      pod: { kind: 'Pod', namespace: 'media', name: 'uploads' },
      repoIdentifier: '',
      volume: 'uploads',
    },
    ...(status && { status }),
  });

/** What moves data out of and into the cluster. */
export const toldCopies: readonly ToldObject[] = [
  {
    what: 'an upload that goes on',
    object: upload('upload-1', {
      phase: 'InProgress',
      node: 'node-1',
      startTimestamp: '2026-06-01T03:00:00Z',
    }),
    series: [
      'resilience_data_upload_info{backup="weekly-20260601030000",data_upload="upload-1",node="node-1",phase="InProgress"} 1',
      'resilience_data_upload_created_timestamp_seconds{backup="weekly-20260601030000",data_upload="upload-1",node="node-1",phase="InProgress"} CREATED',
      'resilience_data_upload_start_timestamp_seconds{backup="weekly-20260601030000",data_upload="upload-1",node="node-1",phase="InProgress"} 1780282800',
    ],
  },
  {
    what: 'an upload that waits',
    object: upload('upload-2', { phase: 'Accepted', acceptedByNode: 'node-1' }),
    series: [
      'resilience_data_upload_info{backup="weekly-20260601030000",data_upload="upload-2",phase="Accepted"} 1',
      'resilience_data_upload_created_timestamp_seconds{backup="weekly-20260601030000",data_upload="upload-2",phase="Accepted"} CREATED',
    ],
  },
  {
    what: 'a copy of files that is complete',
    object: podVolumeBackup('files-1', {
      phase: 'Completed',
      startTimestamp: '2026-06-01T03:00:00Z',
      completionTimestamp: '2026-06-01T03:05:00Z',
    }),
    series: [
      'resilience_pod_volume_backup_info{backup="weekly-20260601030000",node="node-1",phase="Completed",pod_volume_backup="files-1"} 1',
      'resilience_pod_volume_backup_created_timestamp_seconds{backup="weekly-20260601030000",node="node-1",phase="Completed",pod_volume_backup="files-1"} CREATED',
      'resilience_pod_volume_backup_start_timestamp_seconds{backup="weekly-20260601030000",node="node-1",phase="Completed",pod_volume_backup="files-1"} 1780282800',
    ],
  },
  {
    what: 'a copy of files that nobody has seen yet',
    object: podVolumeBackup('files-2'),
    series: [
      'resilience_pod_volume_backup_info{backup="weekly-20260601030000",node="node-1",pod_volume_backup="files-2"} 1',
      'resilience_pod_volume_backup_created_timestamp_seconds{backup="weekly-20260601030000",node="node-1",pod_volume_backup="files-2"} CREATED',
    ],
  },
  {
    what: 'a restore of a backup that is complete',
    object: ofVelero({
      kind: 'Restore',
      name: 'restore-1',
      spec: { backupName: 'daily-20260601020000' },
      status: {
        phase: 'Completed',
        startTimestamp: '2026-06-01T06:00:00Z',
        completionTimestamp: '2026-06-01T06:10:00Z',
      },
    }),
    series: [
      'resilience_restore_info{backup="daily-20260601020000",phase="Completed",restore="restore-1"} 1',
      'resilience_restore_start_timestamp_seconds{backup="daily-20260601020000",phase="Completed",restore="restore-1"} 1780293600',
      'resilience_restore_completion_timestamp_seconds{backup="daily-20260601020000",phase="Completed",restore="restore-1"} 1780294200',
    ],
  },
  {
    what: 'a restore of a schedule that Velero has not seen yet',
    object: ofVelero({ kind: 'Restore', name: 'restore-2', spec: { scheduleName: 'daily' } }),
    series: ['resilience_restore_info{restore="restore-2",schedule="daily"} 1'],
  },
];
