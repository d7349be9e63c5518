import { expect, test } from 'vitest';

import { runScript } from './run-script.ts';

interface Status {
  readonly phase?: string;
  readonly startTimestamp?: string;
  readonly expiration?: string;
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

const choose = (items: readonly object[], env: Readonly<Record<string, string>> = {}) =>
  runScript('choose-backup', {
    env: {
      NAMESPACES: '["orders"]',
      BACKUP: '',
      BEFORE: '',
      LOCATION: 'default',
      COPIES: 'any',
      ...env,
    },
    kubectl: [
      { asked: 'get backups.velero.io --namespace velero', output: { kind: 'List', items } },
    ],
  });

test('the newest is chosen, with the time at which it began', () => {
  const { status, outputs } = choose([newer, older]);
  expect(status).toBe(0);
  expect(outputs).toMatchObject({
    backup: 'daily-20261124020000',
    'backup-started-at': '2026-11-24T02:00:05Z',
    'started-at': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as unknown,
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
  const { outputs, stdout } = choose([unfit, older]);
  expect(outputs['backup']).toBe('daily-20261123020000');
  expect(stdout).toContain(`b ${reason}`);
});

test('in a replica, only what has all its data in the bucket is taken', () => {
  const moved = backup('weekly', '2026-11-22T03:00:00Z', { snapshotMoveData: true });
  const files = backup('files', '2026-11-21T03:00:00Z', {}, { csiVolumeSnapshotsAttempted: 0 });
  expect(choose([newer, moved, files], { COPIES: 'off-site' }).outputs['backup']).toBe('weekly');
  expect(choose([newer, files], { COPIES: 'off-site' }).outputs['backup']).toBe('files');
});

const at = (before: string) => choose([older, newer], { BEFORE: before });

test('a point in time takes the last that had begun by then', () => {
  expect(at('2026-11-24T02:00:04Z').outputs['backup']).toBe('daily-20261123020000');
  expect(at('2026-11-24T02:00:05Z').outputs['backup']).toBe('daily-20261124020000');
  expect(at('2026-11-24T02:00:05.250Z').outputs['backup']).toBe('daily-20261124020000');
  expect(at('2026-01-01T00:00:00Z').status).toBe(1);
  expect(at('yesterday').status).not.toBe(0);
});

test('a backup that is named is held to the same, and no other is taken', () => {
  expect(choose([older, newer], { BACKUP: 'daily-20261123020000' }).outputs['backup']).toBe(
    'daily-20261123020000',
  );
  expect(choose([older, newer], { BACKUP: 'monthly' }).status).toBe(1);
});

test('namespaces that no one backup holds are not restored from two', () => {
  const orders = backup('orders', late, { includedNamespaces: ['orders'] });
  const media = backup('media', late, { includedNamespaces: ['media'] });
  const { status, stderr } = choose([orders, media], { NAMESPACES: '["orders","media"]' });
  expect([status, stderr.trim()]).toEqual([1, 'no backup can serve']);
});

test('when the API server does not answer, nothing is chosen', () => {
  const env = { NAMESPACES: '["orders"]', BACKUP: '', BEFORE: '', LOCATION: 'default' };
  const { status, outputs } = runScript('choose-backup', {
    env: { ...env, COPIES: 'any' },
    kubectl: [{ asked: 'get backups.velero.io', status: 1 }],
  });
  expect(status).not.toBe(0);
  expect(outputs['backup']).toBeUndefined();
});
