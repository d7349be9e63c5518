import { deepEqual } from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import type { Manifest } from '../apiserver/client.ts';
import { succeeded } from '../apiserver/client.ts';
import type { Cluster } from '../platform/cluster.ts';
import { ended, endOf, veleroObject } from '../velero/backups.ts';
import { removeNamespaces } from '../apiserver/remove-namespaces.ts';

/** The namespace that is backed up while things break. */
export const sampleNamespace = 'sample-of-e2e';

const target = 'sample-restored';

/** Enough to take a moment, and different in every run, so that nothing can be taken for something older. */
const objects: readonly Manifest[] = Array.from({ length: 30 }, (_, index) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: `item-${index}`, namespace: sampleNamespace },
  data: { content: randomBytes(3_000).toString('base64') },
}));

export async function makeSample({ client }: Cluster): Promise<void> {
  await client.apply({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: sampleNamespace },
  });
  for (const object of objects) await client.apply(object);
}

/** Alerts are about the backups of schedules. */
export const ofSchedule = { 'velero.io/schedule-name': 'daily' } as const;

/** Ninety days, as no guard refuses. */
export const ttl = '2160h0m0s';

export const sampleBackup = (name: string, edit: object = {}): Manifest =>
  veleroObject('Backup', name, {
    labels: ofSchedule,
    spec: { includedNamespaces: [sampleNamespace], storageLocation: 'default', ttl, ...edit },
  });

/** A restore beside what is there, which needs nobody's approval. */
export const sampleRestore = (name: string, backupName: string, edit: object = {}): Manifest =>
  veleroObject('Restore', name, {
    spec: {
      backupName,
      includedNamespaces: [sampleNamespace],
      namespaceMapping: { [sampleNamespace]: target },
      ...edit,
    },
  });

/** @returns the phase in which a backup of the sample ended, and why */
export async function backUpSample(
  { client }: Cluster,
  name: string,
  edit: object = {},
): Promise<string> {
  return ended(client, sampleBackup(name, edit), 240_000);
}

/** @returns the phase in which a restore of the sample ended; what was restored is compared when it completed */
export async function restoreSample(
  cluster: Cluster,
  name: string,
  backup: string,
): Promise<string> {
  await forget(cluster);
  const restore = sampleRestore(name, backup);
  const phase = await ended(cluster.client, restore, 240_000);
  if (phase === 'Completed') await assertRestored(cluster);
  return phase;
}

/** Waits for a restore that is there already. */
export const endOfRestore = (cluster: Cluster, restore: Manifest): Promise<string> =>
  endOf(cluster.client, restore, 240_000);

/** @throws when an object is missing or differs */
export async function assertRestored({ client }: Cluster): Promise<void> {
  const path = `/api/v1/namespaces/${target}/configmaps`;
  const { items } = succeeded(await client.request('GET', path)) as unknown as {
    readonly items: readonly Manifest[];
  };
  const found = new Map(items.map((item) => [item.metadata.name, item['data']]));
  const wanted = new Map(objects.map((object) => [object.metadata.name, object['data']]));
  found.delete('kube-root-ca.crt');
  deepEqual(found, wanted);
}

/** Takes away what an earlier restore has made. */
export const forget = ({ client }: Cluster): Promise<void> => removeNamespaces(client, target);
