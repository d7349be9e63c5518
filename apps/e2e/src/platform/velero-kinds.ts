import { snapshotKinds } from './storage/snapshot-kinds.ts';

/** Kinds that Velero does not start without, and those that it makes of volumes. */
export const veleroKinds: readonly string[] = [
  ...[
    'Backup',
    'BackupRepository',
    'BackupStorageLocation',
    'DataDownload',
    'DataUpload',
    'DeleteBackupRequest',
    'DownloadRequest',
    'PodVolumeBackup',
    'PodVolumeRestore',
    'Restore',
    'Schedule',
    'ServerStatusRequest',
    'VolumeSnapshotLocation',
  ].map((kind) => `velero.io/${kind}`),
  ...snapshotKinds,
];
