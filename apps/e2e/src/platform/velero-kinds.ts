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
  ...['VolumeSnapshot', 'VolumeSnapshotContent', 'VolumeSnapshotClass'].map(
    (kind) => `snapshot.storage.k8s.io/${kind}`,
  ),
];
