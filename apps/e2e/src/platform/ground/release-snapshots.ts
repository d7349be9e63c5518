import type { Client } from '../../apiserver/client.ts';
import { list, type Listed } from './list.ts';

export const snapshots = '/apis/snapshot.storage.k8s.io/v1/volumesnapshotcontents';

interface Content extends Listed {
  readonly spec: { readonly volumeSnapshotRef: { readonly namespace?: string } };
}

/**
 * Lets the driver delete snapshots that outlive their namespaces, as a backup's do: when their contents are deleted.
 *
 * @param before where snapshots were before, which stay
 * @returns where their contents are
 */
export async function releaseSnapshots(
  client: Client,
  namespaces: readonly string[],
  before: ReadonlySet<string>,
): Promise<string[]> {
  const found = await list<Content>(client, snapshots);
  const left = found
    .filter(({ spec }) => namespaces.includes(spec.volumeSnapshotRef.namespace ?? ''))
    .map(({ metadata }) => `${snapshots}/${metadata.name}`)
    .filter((path) => !before.has(path));
  for (const path of left) await client.request('PATCH', path, released);
  return left;
}

const released = {
  body: {
    metadata: {
      annotations: { 'snapshot.storage.kubernetes.io/volumesnapshot-being-deleted': 'yes' },
    },
    spec: { deletionPolicy: 'Delete' },
  },
  contentType: 'application/merge-patch+json',
} as const;
