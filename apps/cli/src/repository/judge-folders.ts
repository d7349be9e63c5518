import type { Problem } from '@resilience/config/problem';

import type { BackupStore } from './backup-store.ts';

/**
 * The only folders that Velero takes in the root of its bucket.
 *
 * @see https://github.com/vmware-tanzu/velero/blob/v1.18.3/pkg/persistence/object_store_layout.go
 */
const known = ['backups', 'kopia', 'metadata', 'plugins', 'restic', 'restores'];

/** What is in the bucket that this Velero does not take, or cannot read. */
export async function judgeFolders(store: BackupStore): Promise<Problem[]> {
  const folders = await store.folders('');
  const restic = folders.includes('restic') ? await store.folders('restic/') : [];
  return [
    ...folders.filter((name) => !known.includes(name)).map((name) => foreign(store, name)),
    ...restic.map((namespace) => ofRestic(store, namespace)),
  ];
}

const foreign = ({ address }: BackupStore, name: string): Problem => ({
  file: `${address}/${name}/`,
  path: '',
  code: 'repository/foreign-folder',
  message: 'makes Velero refuse the whole bucket',
  expected: `only ${known.join(', ')} in its root`,
  received: name,
  fix: 'move it to another bucket: as long as it is there, the location is Unavailable',
});

/** @see https://velero.io/docs/v1.18/file-system-backup/#restic-deprecation */
const ofRestic = ({ address }: BackupStore, namespace: string): Problem => ({
  file: `${address}/restic/${namespace}/`,
  path: '',
  code: 'repository/restic',
  message: 'is a repository of restic, which this environment cannot read',
  expected: 'repositories of kopia',
  received: `copies of ${namespace} by restic`,
  fix: 'restore from it by the old cluster, with Velero 1.18 at most, until its last backup has expired; then remove the folder',
});
