import { backupContent } from '@resilience/workflows/backup-content';
import type { Answer } from '@resilience/workflows/stand-ins';
import { expect, test } from 'vitest';

import {
  type Ran,
  backup,
  backups,
  declaredContent,
  downloads,
  inCluster,
  staging,
} from './cluster.ts';
import { resultOf } from './result-of.ts';
import { templateOf } from './runbook-templates.ts';

const list = {
  'apps/v1/Deployment': ['orders/web', 'orders/worker', 'media/web'],
  'v1/ConfigMap': ['orders/settings'],
  'v1/Event': ['orders/web.17'],
  'v1/Namespace': ['orders'],
  'v1/PersistentVolume': ['pvc-1'],
  'example.com/v1/Widget': ['orders/w'],
};
const kinds = `
configmaps    cm      v1        true   ConfigMap
deployments   deploy  apps/v1   true   Deployment
events        ev      v1        true   Event
namespaces    ns      v1        false  Namespace
persistentvolumes pv  v1        false  PersistentVolume
bindings              v1        true   Binding
`;

const there = 'deployment.apps/web\nconfigmap/other\n';

/** @param read what the bucket answers for the content of backups, one after the other */
async function cluster(...read: readonly Uint8Array[]): Promise<Answer[]> {
  const contents = read.length > 0 ? read : [backupContent(await declaredContent())];
  return [
    ...staging,
    ...(await downloads({
      ...Object.fromEntries(contents.map((content, index) => [`content-${index}`, content])),
      BackupResourceList: list,
    })),
    ...['namespace', 'resources', 'volume', 'into-quarantine'].map(templateOf),
    { asked: 'api-resources --no-headers --verbs list', output: kinds },
    { asked: 'get deployments.apps,configmaps --namespace orders --output name', output: there },
    { asked: 'get configmaps --namespace orders --output name', output: there },
  ];
}

const plan = (answers: readonly Answer[], ...words: string[]): Promise<Ran> =>
  inCluster(answers, ['restore', 'plan', '--env', 'staging', ...words]);

const disasterAt = ['--disaster-at', '2026-11-25T01:55:00Z'] as const;

test('it says what is submitted, from which backup, and what is created or left', async () => {
  const { status, stdout, calls, sent } = await plan(
    await cluster(),
    '--services',
    'orders',
    ...disasterAt,
  );
  expect(stdout).toBe(`restore-namespace, submitted to staging with
  services     ["orders"]
  backup       (left empty)
  before       (left empty)
  disaster-at  2026-11-25T01:55:00Z
  approved-by  (left empty)
  application  (left empty)
in the cluster of the context staging, whose backups are in harbour-staging-backups-us-east-1 (Available)
it waits for people at second-approval
orders is restored in place, into the namespace orders
orders from the backup daily-2, begun at 2026-11-24T02:00:05Z
  not daily-3: it is PartiallyFailed
would be created: 2
  deployments.apps  orders/worker
  configmaps        orders/settings
is there already and is left as it is (existingResourcePolicy none): 1
  deployments.apps  orders/web
nothing would be overwritten
not restored, as the cluster does not know its kind: example.com/v1/Widget
`);
  expect(status).toBe(0);
  expect(sent.map((text) => JSON.parse(text) as unknown)).toEqual(
    ['BackupContents', 'BackupResourceList'].map((kind) => ({
      apiVersion: 'velero.io/v1',
      kind: 'DownloadRequest',
      metadata: { generateName: 'daily-2-', namespace: 'velero' },
      spec: { target: { kind, name: 'daily-2' } },
    })),
  );
  const changing = /^kubectl (?!get|config|api-resources)/;
  expect(calls.filter((call) => changing.test(call))).toEqual(
    ['request-1', 'request-2'].flatMap((request) => [
      'kubectl create --filename - --output json',
      `kubectl delete downloadrequests.velero.io ${request} --namespace velero --ignore-not-found --wait=false`,
    ]),
  );
});

test.each([
  [['--services', 'orders', '--before', '2026-11-24T03:00:00+02:00'], ['daily-1, begun']],
  [
    ['--namespace', 'orders', '--backup', 'daily-1'],
    ['services     ["orders"]', 'daily-1, begun'],
  ],
  [
    ['--services', 'orders', '--kinds', 'configmaps,teapots', '--selector', 'app=web'],
    [
      'would be created: 1\n  configmaps  orders/settings',
      'only what has the labels app=web',
      'as the cluster does not know its kind: teapots',
    ],
  ],
  [
    ['--services', 'orders', '--volume', 'postgres-data'],
    ['restore-volume, submitted', 'waits for people at second-approval, claim-is-deleted'],
  ],
  [
    ['--services', 'orders', '--into-quarantine'],
    ['into a namespace drill-orders-‹run›', 'would be created: 3'],
  ],
])('%j is planned', async (words, told) => {
  const inPlace = words.includes('--into-quarantine') ? [] : disasterAt;
  const { stdout } = await plan(await cluster(), ...words, ...inPlace);
  expect(told.filter((part) => !stdout.includes(part))).toEqual([]);
});

test('each namespace is planned from its own backup', async () => {
  const often = backup('often-9', '2026-11-24T09:00:00Z');
  const items = [...backups, { ...often, spec: { ...often.spec, includedNamespaces: ['orders'] } }];
  const whole = backupContent(await declaredContent());
  const { status, stdout } = await plan(
    [
      { asked: 'get backups.velero.io --namespace velero', output: { items } },
      { asked: 'get deployments.apps --namespace media --output name', output: '' },
      ...(await cluster(whole, whole)),
    ],
    '--services',
    'orders,media',
    ...disasterAt,
  );
  expect(stdout).toContain('orders from the backup often-9');
  expect(stdout).toContain('media from the backup daily-2');
  expect(stdout).toContain('  not often-9: it does not hold media');
  expect(stdout).toContain('would be created: 3\n');
  expect(status).toBe(0);
});

test('what a backup lacks, and that it is from after the disaster, is said as the run says it', async () => {
  const content = await declaredContent();
  const hollow = content.filter(({ kind }) => kind !== 'PersistentVolumeClaim');
  const { status, stdout, calls } = await plan(
    await cluster(backupContent(hollow), backupContent(content)),
    '--services',
    'orders',
    '--disaster-at',
    '2026-11-25T02:00:00Z',
  );
  expect(stdout).toContain('orders from the backup daily-1');
  expect(stdout).toContain('  not daily-2: it does not hold the claim of the volume postgres-data');
  expect(status).toBe(0);
  expect(calls.some((call) => call.startsWith('aws'))).toBe(false);
  const { status: refused, stdout: told } = await plan(
    await cluster(),
    '--services',
    'orders',
    '--disaster-at',
    '2026-11-23T02:00:00Z',
  );
  expect(refused).toBe(1);
  expect(told).toContain('not daily-1: it began at 2026-11-23T02:00:05Z, not before the disaster');
  expect(told).toContain('no backup can serve orders');
});

test('machines get all of it, from the context that is named, by steps as well', async () => {
  const words = ['--services', 'orders', '--context', 'blue', '--json', ...disasterAt];
  const { status, stdout, calls } = await plan(await cluster(), ...words);
  expect(status).toBe(0);
  expect(resultOf(stdout)).toMatchObject({
    runbook: 'restore-namespace',
    cluster: { context: 'blue' },
    choices: [{ namespace: 'orders', chosen: { name: 'daily-2' }, refused: [{ name: 'daily-3' }] }],
    effects: { known: true, created: [{ name: 'worker' }, { name: 'settings' }] },
  });
  expect(calls.filter((call) => !call.endsWith('--context blue'))).toEqual([]);
});

const orders = ['--services', 'orders', ...disasterAt];

test.each([
  [
    'no backup can serve',
    { asked: 'get backups.velero.io', output: { items: [] } },
    'no backup can serve',
  ],
  [
    'the contents cannot be looked at',
    { asked: 'get deployments', status: 1, error: 'Error from server (Forbidden): no' },
    'what it would do cannot be told: kubectl get deployments.apps,configmaps: Error from server (Forbidden)',
  ],
  [
    'the bucket lacks the list',
    {
      asked: 'get downloadrequests.velero.io request-2',
      output: { status: { downloadURL: 'http://127.0.0.1:9/x' } },
    },
    'what it would do cannot be told: BackupResourceList of daily-2 cannot be fetched from 127.0.0.1:9',
  ],
])('where %s, that is a finding', async (_, answer, told) => {
  const { status, stdout } = await plan([answer, ...(await cluster())], ...orders);
  expect([status, stdout]).toEqual([1, expect.stringContaining(told)]);
});

test.each([
  [
    'another environment',
    { asked: 'get backupstoragelocations', output: { spec: { objectStorage: { bucket: 'b' } } } },
    'has its backups in b, and staging in harbour-staging-backups-us-east-1: pass --context',
  ],
  [
    'no such runbook',
    { asked: 'get workflowtemplates', status: 1, error: 'Error from server (NotFound): x' },
    'the cluster has no runbook restore-namespace: is velero-workflows synced?',
  ],
  [
    'another revision',
    { asked: 'get workflowtemplates', output: { metadata: {}, spec: { arguments: {} } } },
    'takes no services, backup, before',
  ],
  [
    'a bucket that does not answer',
    { asked: 'get downloadrequests', output: { status: { downloadURL: 'http://127.0.0.1:9/x' } } },
    'the content of daily-2 cannot be read: BackupContents of daily-2 cannot be fetched from',
  ],
  [
    'backups that do not answer',
    { asked: 'get backups.velero.io', status: 1, error: 'refused' },
    'backups cannot be looked at: refused',
  ],
])('a cluster of %s is refused', async (_, answer, told) => {
  const { status, stderr } = await plan([answer, ...(await cluster())], ...orders);
  expect([status, stderr]).toEqual([2, expect.stringContaining(told)]);
});
