import type { Client, Manifest } from '../apiserver/client.ts';
import { waitUntil } from '../wait-until.ts';
import { sampleNamespace } from './sample.ts';

const volume: Manifest = {
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'files-of-e2e' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    capacity: { storage: '1Gi' },
    storageClassName: 'gone',
    persistentVolumeReclaimPolicy: 'Delete',
    claimRef: { namespace: sampleNamespace, name: 'files' },
    hostPath: { path: '/nowhere' },
  },
};

const claim: Manifest = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'files', namespace: sampleNamespace },
  spec: {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'gone',
    resources: { requests: { storage: '1Gi' } },
  },
};

/** Makes a claim of a storage class that there is none of; it is bound only if a volume is made for it. */
export async function makeClaim(client: Client, isBound: boolean): Promise<void> {
  if (isBound) await client.apply(volume);
  await client.apply(claim);
  const phase = isBound ? 'Bound' : 'Pending';
  await waitUntil(`the claim is ${phase}`, 60_000, async () => {
    const { body } = await client.request('GET', await client.pathOf(claim));
    return (body as { readonly status?: { readonly phase?: string } }).status?.phase === phase;
  });
}

export async function removeClaim(client: Client): Promise<void> {
  for (const object of [claim, volume]) {
    const path = await client.pathOf(object);
    await client.request('DELETE', path);
    await waitUntil(`${object.kind} is gone`, 60_000, async () => {
      return (await client.request('GET', path)).status === 404;
    });
  }
}
