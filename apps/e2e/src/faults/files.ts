import { equal } from 'node:assert/strict';

import type { Manifest } from '../apiserver/client.ts';
import type { Cluster } from '../platform/cluster.ts';
import { busyboxName } from '../platform/images/images.ts';
import { claimSpec } from '../services/service.ts';
import { ended, veleroObject } from '../velero/backups.ts';
import { removeNamespaces } from '../apiserver/remove-namespaces.ts';
import { ofSchedule, ttl } from './sample.ts';

/** The namespace whose volume is backed up while things break. */
export const filesNamespace = 'files-of-e2e';

/** Each restore has a namespace of its own, so that none waits until that of another is gone. */
export const filesTarget = (restore: string): string => `restored-${restore}`;

const path = '/var/lib/files';

/** A pod by itself, so that nothing starts another in its place. */
const pod: Manifest = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'files', namespace: filesNamespace, labels: { app: 'files' } },
  spec: {
    terminationGracePeriodSeconds: 1,
    containers: [
      {
        name: 'files',
        image: busyboxName,
        command: [
          'sh',
          '-c',
          `cd ${path} && { [ -e sum ] || { head -c 30000000 /dev/urandom >content && sha256sum content >sum; }; } && exec sleep 100000`,
        ],
        readinessProbe: {
          exec: { command: ['test', '-e', `${path}/sum`] },
          periodSeconds: 1,
        },
        volumeMounts: [{ name: 'data', mountPath: path }],
      },
    ],
    volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
  },
};

/** Makes a pod with thirty megabytes of files. */
export async function makeFiles({ client, kubectl }: Cluster): Promise<void> {
  await client.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: filesNamespace } });
  await client.apply({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace: filesNamespace },
    spec: claimSpec(1),
  });
  await client.apply(pod);
  await kubectl([
    'wait',
    '--for=condition=Ready',
    'pod/files',
    '-n',
    filesNamespace,
    '--timeout=90s',
  ]);
}

/** By copies of files, unless it is said otherwise. */
export const filesBackup = (name: string, edit: object = {}): Manifest =>
  veleroObject('Backup', name, {
    labels: ofSchedule,
    spec: {
      includedNamespaces: [filesNamespace],
      storageLocation: 'default',
      defaultVolumesToFsBackup: true,
      ttl,
      ...edit,
    },
  });

export const filesRestore = (name: string, backupName: string): Manifest =>
  veleroObject('Restore', name, {
    spec: {
      backupName,
      includedNamespaces: [filesNamespace],
      namespaceMapping: { [filesNamespace]: filesTarget(name) },
    },
  });

/** @returns the phase in which a backup of the files ended */
export const backUpFiles = (cluster: Cluster, name: string, edit: object = {}): Promise<string> =>
  ended(cluster.client, filesBackup(name, edit), 300_000);

/** @returns the phase in which a restore of the files ended; they are compared when it completed */
export async function restoreFiles(
  cluster: Cluster,
  name: string,
  backup: string,
): Promise<string> {
  const phase = await ended(cluster.client, filesRestore(name, backup), 300_000);
  if (phase === 'Completed') await assertFiles(cluster, filesTarget(name));
  await cluster.client.request('DELETE', `/api/v1/namespaces/${filesTarget(name)}`);
  return phase;
}

/** @throws when the restored files are not what they were */
async function assertFiles({ kubectl }: Cluster, target: string): Promise<void> {
  const inTarget = ['--namespace', target];
  await kubectl(['wait', '--for=condition=Ready', 'pod/files', ...inTarget, '--timeout=60s']);
  const check = `cd ${path} && sha256sum -c sum >/dev/null && cat sum`;
  const sumIn = (namespace: string): Promise<string> =>
    kubectl(['exec', 'files', '--namespace', namespace, '--', 'sh', '-c', check]);
  equal(await sumIn(target), await sumIn(filesNamespace));
}

/** Takes away what restores have made, and waits until it is gone. */
export async function forgetFiles({ client, kubectl }: Cluster): Promise<void> {
  const names = await kubectl(['get', 'namespaces', '--output=jsonpath={.items[*].metadata.name}']);
  await removeNamespaces(
    client,
    ...names.split(' ').filter((name) => name.startsWith(filesTarget(''))),
  );
}
