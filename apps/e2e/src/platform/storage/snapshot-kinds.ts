/** Kinds of the snapshots of volumes. */
export const snapshotKinds: readonly string[] = [
  'VolumeSnapshot',
  'VolumeSnapshotContent',
  'VolumeSnapshotClass',
].map((kind) => `snapshot.storage.k8s.io/${kind}`);
