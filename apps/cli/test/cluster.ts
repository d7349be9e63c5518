import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { loadEnvironment } from '@resilience/config/load';
import { type Backed, backupContent } from '@resilience/workflows/backup-content';
import { declaredServices } from '@resilience/workflows/declared-services';
import {
  type Answer,
  recorded,
  type Recorded,
  standIn,
  standInEnvironment,
} from '@resilience/workflows/stand-ins';
import { onTestFinished } from 'vitest';

import type { Run } from './resilience.ts';
import { repositoryRoot } from '../src/repository-root.ts';
import { quickStandIn } from './quick-stand-in.ts';
import { run } from './run.ts';

/** A backup of staging as Velero 1.18 writes one. */
export const backup = (name: string, startTimestamp: string, status: object = {}) => ({
  apiVersion: 'velero.io/v1',
  kind: 'Backup',
  metadata: {
    name,
    namespace: 'velero',
    labels: { 'velero.io/schedule-name': 'daily', 'velero.io/storage-location': 'default' },
  },
  spec: {
    includedNamespaces: ['*'],
    storageLocation: 'default',
    snapshotVolumes: true,
    snapshotMoveData: false,
    ttl: '168h0m0s',
  },
  status: {
    phase: 'Completed',
    startTimestamp,
    completionTimestamp: startTimestamp,
    expiration: '2099-01-01T00:00:00Z',
    csiVolumeSnapshotsAttempted: 3,
    csiVolumeSnapshotsCompleted: 3,
    progress: { itemsBackedUp: 812, totalItems: 812 },
    ...status,
  },
});

export const backups = [
  backup('daily-1', '2026-11-23T02:00:05Z'),
  backup('daily-2', '2026-11-24T02:00:05Z'),
  backup('daily-3', '2026-11-25T02:00:05Z', { phase: 'PartiallyFailed', errors: 2 }),
];

/** What kubectl answers in a cluster of staging, whatever is looked at. */
export const staging: readonly Answer[] = [
  { asked: 'config current-context', output: 'staging\n' },
  {
    asked: 'get backupstoragelocations.velero.io default --namespace velero',
    output: {
      spec: { objectStorage: { bucket: 'harbour-staging-backups-us-east-1' } },
      status: { phase: 'Available' },
    },
  },
  {
    asked: 'get backups.velero.io --namespace velero --output json',
    output: { kind: 'List', items: backups },
  },
];

export interface Ran extends Run, Recorded {}

const notLoggedIn: Answer = { asked: '', error: 'Unable to locate credentials\n', status: 253 };

/** Runs the command line with a kubectl that answers so; nobody is logged in to AWS. */
export async function inCluster(
  answers: readonly Answer[],
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-cluster-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  standIn(folder, 'kubectl', answers);
  const other = join(folder, 'other');
  quickStandIn(other, 'aws', [notLoggedIn]);
  const { PATH, ...others } = standInEnvironment(folder);
  const path = [env['PATH'], join(other, 'bin'), PATH].filter(Boolean).join(':');
  const ran = await run(words, { ...others, ...env, PATH: path });
  return { ...ran, ...recorded(folder) };
}

/** All that an environment declares, as a backup holds it. */
export async function declaredContent(environment = 'staging'): Promise<Backed[]> {
  const loaded = await loadEnvironment(repositoryRoot, environment);
  if (!loaded.ok) throw new Error(`${environment} does not load`);
  return Object.values(declaredServices(loaded.value)).flatMap((service) => {
    const { namespace, workloads, volumes } = service;
    return [
      { kind: 'Namespace', metadata: { name: namespace } },
      ...workloads.map(({ kind, name }) => ({ kind, metadata: { name, namespace } })),
      ...Object.entries(volumes).map(([name, { claimLabels: labels }]) => ({
        kind: 'PersistentVolumeClaim',
        metadata: { name, namespace, labels },
      })),
    ];
  });
}

/** What kubectl and the bucket say when the content of backups is asked for, which is all that is declared. */
export const contents = async (environment?: string): Promise<readonly Answer[]> =>
  downloads({ BackupContents: backupContent(await declaredContent(environment)) });

/** Serves files as the bucket would, packed, one after the other; what kubectl says of requests for them. */
export async function downloads(
  files: Readonly<Record<string, unknown>>,
): Promise<readonly Answer[]> {
  const kinds = Object.keys(files);
  const server = createServer((request, response) => {
    const file = files[(request.url ?? '').slice(1)];
    response.writeHead(file === undefined ? 404 : 200);
    response.end(packed(file));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return kinds.flatMap((kind, index) => [
    {
      asked: 'create --filename - --output json',
      output: { metadata: { name: `request-${index + 1}` } },
      ...(index < kinds.length - 1 && { times: 1 }),
    },
    {
      asked: `get downloadrequests.velero.io request-${index + 1} --namespace velero`,
      output: { metadata: {}, status: { downloadURL: `http://127.0.0.1:${port}/${kind}` } },
    },
    { asked: `delete downloadrequests.velero.io request-${index + 1} --namespace velero` },
  ]);
}

function packed(file: unknown): Uint8Array | string {
  if (file === undefined) return '';
  if (file instanceof Uint8Array) return file;
  return gzipSync(typeof file === 'string' ? file : JSON.stringify(file));
}
