import { setTimeout as sleep } from 'node:timers/promises';

import { type Client, type Manifest, succeeded } from '../../apiserver/client.ts';
import { driverName } from './names.ts';
import type { Pool } from './pool.ts';

interface Claim extends Manifest {
  readonly metadata: Manifest['metadata'] & { readonly uid: string };
  readonly spec: {
    readonly accessModes: readonly string[];
    readonly storageClassName?: string;
    readonly volumeName?: string;
    readonly selector?: object;
    readonly resources: { readonly requests: { readonly storage: string } };
    readonly dataSource?: { readonly kind: string; readonly name: string };
  };
}

interface Volume extends Manifest {
  readonly spec: {
    readonly persistentVolumeReclaimPolicy: string;
    readonly csi?: { readonly driver: string; readonly volumeHandle: string };
  };
  readonly status: { readonly phase: string };
}

const byDriver = {
  claim: 'volume.kubernetes.io/storage-provisioner',
  selectedNode: 'volume.kubernetes.io/selected-node',
  volume: 'pv.kubernetes.io/provisioned-by',
};

/** Makes volumes for claims and takes them away again, as the driver's provisioner does in a cluster. */
export function startProvisioner(client: Client, pool: Pool): { readonly stop: () => void } {
  const ending = new AbortController();
  void (async () => {
    while (!ending.signal.aborted) {
      await look(client, pool).catch(anotherLook);
      await sleep(300);
    }
  })();
  return { stop: () => ending.abort() };
}

/** The API server may be away for a while, or an object have changed: the next look is another. */
const anotherLook = (): void => undefined;

async function look(client: Client, pool: Pool): Promise<void> {
  for (const claim of await list<Claim>(client, '/api/v1/persistentvolumeclaims')) {
    if (isWanting(claim)) await provide(client, pool, claim).catch(anotherLook);
  }
  for (const volume of await list<Volume>(client, '/api/v1/persistentvolumes')) {
    if (isToBeRemoved(volume)) await remove(client, pool, volume).catch(anotherLook);
  }
}

const list = async <Item>(client: Client, path: string): Promise<readonly Item[]> =>
  succeeded(await client.request('GET', path))['items'] as readonly Item[];

/** A claim with a selector waits for a volume that is there. */
const isWanting = ({ metadata: { annotations = {} }, spec }: Claim): boolean =>
  annotations[byDriver.claim] === driverName &&
  annotations[byDriver.selectedNode] !== undefined &&
  spec.volumeName === undefined &&
  spec.selector === undefined;

const isToBeRemoved = ({ spec, status }: Volume): boolean =>
  spec.csi?.driver === driverName &&
  spec.persistentVolumeReclaimPolicy === 'Delete' &&
  status.phase === 'Released';

async function provide(client: Client, pool: Pool, claim: Claim): Promise<void> {
  const { name, namespace = '', uid } = claim.metadata;
  const handle = `pvc-${uid}`;
  const snapshot = await snapshotOf(client, claim);
  if (claim.spec.dataSource && snapshot === undefined) return;
  await pool.create(handle, snapshot);
  await client.apply({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: handle, annotations: { [byDriver.volume]: driverName } },
    spec: {
      accessModes: claim.spec.accessModes,
      capacity: { storage: claim.spec.resources.requests.storage },
      storageClassName: claim.spec.storageClassName,
      persistentVolumeReclaimPolicy: 'Delete',
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace, uid },
      csi: { driver: driverName, volumeHandle: handle, fsType: 'ext4' },
    },
  });
}

interface Bound {
  readonly status?: {
    readonly boundVolumeSnapshotContentName?: string;
    readonly snapshotHandle?: string;
  };
}

/** @returns the driver's name of the snapshot that a claim is made from, as soon as there is one */
async function snapshotOf(client: Client, { metadata, spec }: Claim): Promise<string | undefined> {
  if (spec.dataSource?.kind !== 'VolumeSnapshot') return undefined;
  const base = '/apis/snapshot.storage.k8s.io/v1';
  const get = async (path: string): Promise<Bound['status']> =>
    (succeeded(await client.request('GET', `${base}${path}`)) as Bound).status;
  const snapshot = await get(
    `/namespaces/${metadata.namespace}/volumesnapshots/${spec.dataSource.name}`,
  );
  if (snapshot?.boundVolumeSnapshotContentName === undefined) return undefined;
  const content = await get(`/volumesnapshotcontents/${snapshot.boundVolumeSnapshotContentName}`);
  return content?.snapshotHandle;
}

async function remove(client: Client, pool: Pool, volume: Volume): Promise<void> {
  await pool.remove(volume.spec.csi?.volumeHandle ?? '');
  await client.request('DELETE', `/api/v1/persistentvolumes/${volume.metadata.name}`);
}
