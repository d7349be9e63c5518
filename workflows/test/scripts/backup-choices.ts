import { backupContent, held } from './backup-content.ts';
import { runScript } from './run-script.ts';
import type { Answer } from './stand-ins.ts';

interface Status {
  readonly phase?: string;
  readonly startTimestamp?: string;
  readonly expiration?: string;
  readonly completionTimestamp?: string | undefined;
  readonly csiVolumeSnapshotsAttempted?: number;
}

/** As Velero 1.18 writes one. */
export const backup = (
  name: string,
  startTimestamp: string,
  spec: object = {},
  status: Status = {},
) => ({
  apiVersion: 'velero.io/v1',
  kind: 'Backup',
  metadata: {
    name,
    namespace: 'velero',
    labels: { 'velero.io/schedule-name': 'daily', 'velero.io/storage-location': 'default' },
  },
  spec: {
    includedNamespaces: ['*'],
    excludedNamespaces: ['velero'],
    storageLocation: 'default',
    snapshotVolumes: true,
    snapshotMoveData: false,
    defaultVolumesToFsBackup: false,
    ttl: '720h0m0s',
    ...spec,
  },
  status: {
    phase: 'Completed',
    startTimestamp,
    completionTimestamp: startTimestamp,
    expiration: '2099-01-01T00:00:00Z',
    formatVersion: '1.1.0',
    csiVolumeSnapshotsAttempted: 3,
    csiVolumeSnapshotsCompleted: 3,
    progress: { itemsBackedUp: 812, totalItems: 812 },
    version: 1,
    ...status,
  },
});

export const older = backup('daily-20261123020000', '2026-11-23T02:00:05Z');
export const newer = backup('daily-20261124020000', '2026-11-24T02:00:05Z');

export const service = (name: string, wave = 'critical') => ({
  service: name,
  namespace: name,
  target: `drill-${name}-1`,
  wave,
});

export const orders = { SERVICES: JSON.stringify([service('orders')]) };

const declared = {
  workloads: [{ kind: 'Deployment', name: 'web' }],
  volumes: {
    data: { claimLabels: { app: 'db' }, method: 'snapshot' },
    scratch: { claimLabels: { app: 'scratch' }, method: 'skip' },
  },
};
const declaredNames = ['orders', 'catalog', 'media', 'argocd'];
export const everything = backupContent(declaredNames.flatMap(held));

interface World {
  readonly kubectl: Answer;
  readonly aws?: readonly Answer[];
}

export const asked = ({ kubectl, aws = [] }: World, env: Readonly<Record<string, string>> = {}) =>
  runScript('choose-backup', {
    env: {
      ...orders,
      DECLARED: 'FILES/services.json',
      CHECKS: '[]',
      WAVES: '["critical","standard","last"]',
      REMAINDER: 'null',
      BACKUP: '',
      BEFORE: '',
      DISASTER_AT: '',
      LOCATION: 'default',
      COPIES: 'any',
      BUCKET: 'northwind',
      REGION: 'us-east-1',
      ...env,
    },
    files: {
      'services.json': Object.fromEntries(
        declaredNames.map((name) => [name, { ...declared, namespace: name }]),
      ),
    },
    kubectl: [kubectl],
    aws: [...aws, { asked: 's3 cp', output: everything }],
  });

/** @param contents what the bucket answers for backups by name; all else holds everything */
export function choose(
  items: readonly object[],
  env: Readonly<Record<string, string>> = {},
  contents: Readonly<Record<string, Omit<Answer, 'asked'>>> = {},
) {
  const output = { kind: 'List', items };
  const kubectl = { asked: 'get backups.velero.io --namespace velero', output };
  const aws = Object.entries(contents).map(([name, answer]) => ({
    asked: `s3 cp --region us-east-1 s3://northwind/backups/${name}/${name}.tar.gz -`,
    ...answer,
  }));
  const run = asked({ kubectl, aws }, env);
  const lists = Object.entries(run.outputs).filter(([name]) => name.includes('-'));
  const read = lists.map(([name, text]): [string, unknown] => [
    name,
    name === 'started-at' ? text : JSON.parse(text),
  ]);
  return { ...run, left: Object.fromEntries(read) };
}

/** The backup of the one service. */
export const chosen = (...words: Parameters<typeof choose>): unknown => {
  const { left } = choose(...words);
  return (left['services-critical'] as { backup: string }[] | undefined)?.[0]?.backup;
};

/** What is asked for, where it is several. */
export const some = (...names: readonly string[]) => ({
  SERVICES: JSON.stringify(names.map((name) => service(name))),
});
