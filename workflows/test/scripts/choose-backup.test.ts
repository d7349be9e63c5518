import { expect, test } from 'vitest';

import { type Backed, backupContent, held } from './backup-content.ts';
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
const backup = (name: string, startTimestamp: string, spec: object = {}, status: Status = {}) => ({
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

const older = backup('daily-20261123020000', '2026-11-23T02:00:05Z');
const newer = backup('daily-20261124020000', '2026-11-24T02:00:05Z');

const service = (name: string, wave = 'critical') => ({
  service: name,
  namespace: name,
  target: `drill-${name}-1`,
  wave,
});

const orders = { SERVICES: JSON.stringify([service('orders')]) };

const declared = {
  workloads: [{ kind: 'Deployment', name: 'web' }],
  volumes: {
    data: { claimLabels: { app: 'db' }, method: 'snapshot' },
    scratch: { claimLabels: { app: 'scratch' }, method: 'skip' },
  },
};
const names = ['orders', 'catalog', 'media', 'argocd'];
const everything = backupContent(names.flatMap(held));

interface World {
  readonly kubectl: Answer;
  readonly aws?: readonly Answer[];
}

const asked = ({ kubectl, aws = [] }: World, env: Readonly<Record<string, string>> = {}) =>
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
    files: { 'services.json': Object.fromEntries(names.map((name) => [name, declared])) },
    kubectl: [kubectl],
    aws: [...aws, { asked: 's3 cp', output: everything }],
  });

/** @param contents what the bucket answers for backups by name; all else holds everything */
function choose(
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
const chosen = (...words: Parameters<typeof choose>): unknown => {
  const { left } = choose(...words);
  return (left['services-critical'] as { backup: string }[] | undefined)?.[0]?.backup;
};

const checksOf = (name: string, namespace: string) =>
  ['a', 'b'].map((check) => ({ check: { service: name, check }, namespace }));

test('the newest is chosen, with the time at which it began', () => {
  const { status, left } = choose([newer, older], {
    CHECKS: JSON.stringify([
      ...checksOf('orders', 'drill-orders-1'),
      ...checksOf('media', 'other'),
      ...checksOf('reports', 'drill-orders-1'),
    ]),
  });
  expect(status).toBe(0);
  const backupStartedAt = '2026-11-24T02:00:05Z';
  expect(left).toEqual({
    'started-at': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as unknown,
    'restores-critical': [
      {
        wave: 'critical',
        restore: '1',
        backup: 'daily-20261124020000',
        namespaces: ['orders'],
        excluded: [],
      },
    ],
    'services-critical': [
      { ...service('orders'), backup: 'daily-20261124020000', backupStartedAt },
    ],
    'checks-critical': ['orders', 'reports'].map((name) => ({
      checks: checksOf(name, 'drill-orders-1').map((check) => ({ ...check, backupStartedAt })),
    })),
    ...Object.fromEntries(
      ['restores', 'services', 'checks'].flatMap((each) =>
        ['standard', 'last'].map((wave) => [`${each}-${wave}`, []]),
      ),
    ),
  });
});

const late = '2026-11-25T02:00:05Z';
test.each([
  ['is InProgress', backup('b', late, {}, { phase: 'InProgress' })],
  ['is PartiallyFailed', backup('b', late, {}, { phase: 'PartiallyFailed' })],
  ['is Finalizing', backup('b', late, {}, { phase: 'Finalizing' })],
  ['is New', { ...backup('b', late), status: {} }],
  ['has expired', backup('b', late, {}, { expiration: '2026-01-01T00:00:00Z' })],
  [
    'is being deleted',
    { ...backup('b', late), metadata: { name: 'b', deletionTimestamp: '2026-11-25T03:00:00Z' } },
  ],
  ['is in the location elsewhere', backup('b', late, { storageLocation: 'elsewhere' })],
  ['does not hold orders', backup('b', late, { includedNamespaces: ['catalog'] })],
  ['does not hold orders', backup('b', late, { excludedNamespaces: ['orders'] })],
  ['holds only some kinds', backup('b', late, { includedResources: ['configmaps'] })],
  [
    'holds only what labels select',
    backup('b', late, { labelSelector: { matchLabels: { app: 'web' } } }),
  ],
  ['holds no volumes', backup('b', late, { snapshotVolumes: false })],
])('one that %s is not taken, and the reason is told', (reason, unfit) => {
  expect(chosen([unfit, older])).toBe('daily-20261123020000');
  const { stdout } = choose([unfit, older]);
  expect(stdout).toContain(`b ${reason}`);
});

test('in a replica, only what has all its data in the bucket is taken', () => {
  const moved = backup('weekly', '2026-11-22T03:00:00Z', { snapshotMoveData: true });
  const files = backup('files', '2026-11-21T03:00:00Z', {}, { csiVolumeSnapshotsAttempted: 0 });
  expect(chosen([newer, moved, files], { COPIES: 'off-site' })).toBe('weekly');
  expect(chosen([newer, files], { COPIES: 'off-site' })).toBe('files');
});

test('a point in time takes the last that had begun by then', () => {
  const at = (before: string): unknown => chosen([older, newer], { BEFORE: before });
  expect(at('2026-11-24T02:00:04Z')).toBe('daily-20261123020000');
  expect(at('2026-11-24T02:00:05Z')).toBe('daily-20261124020000');
  expect(at('2026-11-24T02:00:05.250Z')).toBe('daily-20261124020000');
  expect(choose([older], { BEFORE: '2026-01-01T00:00:00Z' }).status).toBe(1);
  expect(choose([older], { BEFORE: 'yesterday' }).status).not.toBe(0);
});

test('a backup that is named is held to the same, and no other is taken', () => {
  const named = { BACKUP: 'daily-20261123020000' };
  expect(chosen([older, newer], named)).toBe('daily-20261123020000');
  expect(choose([older, newer], { BACKUP: 'monthly' }).status).toBe(1);
});

const often = backup('often', late, { includedNamespaces: ['orders', 'catalog'] });
const some = (...names: readonly string[]) => ({
  SERVICES: JSON.stringify(names.map((name) => service(name))),
});

test('each namespace comes from the newest backup that holds it, those of one backup together', () => {
  const { left } = choose([older, often, newer], some('orders', 'media', 'catalog'));
  expect(left['restores-critical']).toMatchObject([
    { restore: '1', backup: 'daily-20261124020000', namespaces: ['media'] },
    { restore: '2', backup: 'often', namespaces: ['catalog', 'orders'] },
  ]);
  expect(left['services-critical']).toMatchObject([
    { service: 'orders', backup: 'often', backupStartedAt: late },
    { service: 'media', backup: 'daily-20261124020000' },
    { service: 'catalog', backup: 'often' },
  ]);
});

test('what comes back in another wave is another restore', () => {
  const services = [service('orders'), service('media', 'standard'), service('argocd', 'last')];
  const { left } = choose([newer], { SERVICES: JSON.stringify(services) });
  expect(['critical', 'standard', 'last'].map((wave) => left[`restores-${wave}`])).toMatchObject([
    [{ restore: '1', namespaces: ['orders'] }],
    [{ restore: '2', namespaces: ['media'] }],
    [{ restore: '3', namespaces: ['argocd'] }],
  ]);
});

test('all that is not declared comes last, from the newest backup that holds all namespaces', () => {
  const all = { ...orders, REMAINDER: '["kube-system","orders"]' };
  expect(choose([older, often, newer], all).left['restores-last']).toEqual([
    {
      wave: 'last',
      restore: '2',
      backup: 'daily-20261124020000',
      namespaces: ['*'],
      excluded: ['kube-system', 'orders'],
    },
  ]);
  const without = choose([often], all);
  expect([without.status, without.left['restores-last']]).toEqual([0, []]);
  expect(without.stdout).toContain('what is not declared cannot be restored');
});

test('where one namespace has no backup, nothing is begun, and it is named', () => {
  const { status, stderr, stdout } = choose([often], some('orders', 'media'));
  expect([status, stderr.trim()]).toEqual([1, 'no backup can serve media']);
  expect(stdout).toContain('often does not hold media');
});

test('when the API server does not answer, nothing is chosen', () => {
  const { status, outputs } = asked({ kubectl: { asked: 'get backups.velero.io', status: 1 } });
  expect(status).not.toBe(0);
  expect(outputs['restores-critical']).toBeUndefined();
});

/** The namespace is deleted at 01:55, and the cluster is backed up at 02:00 without it. */
const deletedAt = '2026-11-24T01:55:00Z';
const inPlace = {
  SERVICES: JSON.stringify([{ ...service('orders'), target: 'orders' }]),
  DISASTER_AT: deletedAt,
};
const ran = (from: string, to: string) =>
  backup('b', from, {}, { completionTimestamp: to || undefined });

test.each([
  ['began after it', ran('2026-11-24T02:00:00Z', '2026-11-24T02:10:00Z'), 'began at'],
  ['began with it', ran(deletedAt, '2026-11-24T02:10:00Z'), 'not before the disaster'],
  ['was under way', ran('2026-11-24T01:54:59Z', '2026-11-24T01:55:01Z'), 'was not complete'],
  ['ended with it', ran('2026-11-24T01:40:00Z', deletedAt), 'was not complete'],
  ['does not say when it ended', ran('2026-11-24T01:40:00Z', ''), 'was not complete'],
])('a backup that %s is not taken after a disaster', (_, unfit, reason) => {
  expect(chosen([unfit, older], inPlace)).toBe('daily-20261123020000');
  expect(choose([unfit, older], inPlace).stdout).toMatch(new RegExp(`^b .*${reason}`, 'm'));
  expect(choose([unfit], inPlace).status).toBe(1);
  expect(choose([unfit], { ...inPlace, BACKUP: 'b' }).status).toBe(1);
});

test('one that was complete a second before the disaster is taken', () => {
  expect(chosen([older, ran('2026-11-24T01:40:00Z', '2026-11-24T01:54:59Z')], inPlace)).toBe('b');
});

test('a point in time is a bound beside the disaster', () => {
  const before = {
    ...inPlace,
    DISASTER_AT: '2026-11-25T00:00:00Z',
    BEFORE: '2026-11-23T12:00:00Z',
  };
  expect(chosen([older, newer], before)).toBe('daily-20261123020000');
});

test('all that is not declared does not come from after the disaster either', () => {
  const all = { ...inPlace, REMAINDER: '["orders"]' };
  const { left } = choose([older, newer], all);
  expect(left['restores-last']).toMatchObject([{ backup: 'daily-20261123020000' }]);
});

test.each([
  ['is missing', '', 'disaster-at is missing'],
  ['is no time', 'yesterday', 'disaster-at is a time in UTC such as 2026-11-24T01:55:00Z'],
  ['has an offset', '2026-11-24T01:55:00+02:00', 'not 2026-11-24T01:55:00+02:00'],
  ['is not over yet', '2099-01-01T00:00:00Z', 'which is not over yet'],
])('where the disaster %s, nothing is restored in place', (_, disasterAt, message) => {
  const { status, stderr, outputs } = choose([older], { ...inPlace, DISASTER_AT: disasterAt });
  expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
  expect(outputs['services']).toBeUndefined();
  expect(outputs['choice']).toBeUndefined();
});

const [namespace, , workload, claim] = held('orders');
const relabelled = { ...claim, metadata: { ...claim?.metadata, labels: { app: 'other' } } };
test.each([
  ['the namespace', [namespace], 'does not hold the namespace orders'],
  ['a workload', [workload], 'does not hold the Deployment web'],
  ['a claim', [claim], 'does not hold the claim of the volume data'],
  [
    'two of them',
    [workload, claim],
    'does not hold the Deployment web, the claim of the volume data',
  ],
  ['anything', held('orders'), 'does not hold the namespace orders'],
])(
  'a backup that does not hold %s is not taken, and what it lacks is reported',
  (_, gone, reason) => {
    const output = backupContent(
      held('orders').filter((each) => !gone.some((one) => one?.kind === each.kind)),
    );
    const hollow = { 'daily-20261124020000': { output } };
    expect(chosen([older, newer], orders, hollow)).toBe('daily-20261123020000');
    expect(choose([older, newer], orders, hollow).stdout).toContain(
      `daily-20261124020000 ${reason}\n`,
    );
    expect(choose([newer], orders, hollow)).toMatchObject({
      status: 1,
      stderr: 'no backup can serve orders\n',
    });
  },
);

test('the claim of another volume, and the workload of another namespace, do not count', () => {
  const others = [namespace, relabelled, ...held('media')] as Backed[];
  const { stdout, status } = choose([newer], orders, {
    'daily-20261124020000': { output: backupContent(others) },
  });
  expect(status).toBe(1);
  expect(stdout).toContain('does not hold the Deployment web, the claim of the volume data');
});

test('one that is read for a namespace is not read again, and those behind it are not read', () => {
  const { calls } = choose([older, newer], some('orders', 'media'));
  expect(calls.filter((call) => call.startsWith('aws'))).toHaveLength(1);
});

test('what one namespace cannot come from can serve another', () => {
  const output = backupContent([...held('media'), ...held('orders').slice(0, 1)]);
  const { left } = choose([older, newer], some('orders', 'media'), {
    'daily-20261124020000': { output },
  });
  expect(left['services-critical']).toMatchObject([
    { service: 'orders', backup: 'daily-20261123020000' },
    { service: 'media', backup: 'daily-20261124020000' },
  ]);
});

test.each([
  ['is gone', { status: 1, error: 'An error occurred (404)' }, 'has lost its content'],
  ['is cut off', { output: everything.slice(0, everything.length / 2) }, 'is damaged'],
  ['is something else', { output: Buffer.from('nothing packed') }, 'is damaged'],
])('where the content of a backup %s, an older one is taken', (_, answer, reason) => {
  const contents = { 'daily-20261124020000': answer };
  expect(chosen([older, newer], orders, contents)).toBe('daily-20261123020000');
  expect(choose([older, newer], orders, contents).stdout).toContain(reason);
});

test('where the bucket does not answer, no older backup is taken instead', () => {
  const { status, stderr, outputs } = choose([older, newer], orders, {
    'daily-20261124020000': { status: 1, error: 'Could not connect to the endpoint' },
  });
  expect([status, stderr.trim()]).toEqual([
    1,
    'the content of daily-20261124020000 cannot be read: Could not connect to the endpoint',
  ]);
  expect(outputs['services']).toBeUndefined();
  expect(outputs['choice']).toBeUndefined();
});
