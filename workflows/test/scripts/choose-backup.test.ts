import { expect, test } from 'vitest';

import {
  asked,
  backup,
  choose,
  chosen,
  newer,
  older,
  orders,
  service,
  some,
} from './backup-choices.ts';

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

const at = (before: string): unknown => chosen([older, newer], { BEFORE: before });

test('a point in time takes the last that had begun by then', () => {
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
  const all = { ...orders, REMAINDER: '["kube-system"]' };
  expect(choose([older, often, newer], all).left['restores-last']).toEqual([
    {
      wave: 'last',
      restore: '2',
      backup: 'daily-20261124020000',
      namespaces: ['*'],
      excluded: ['argocd', 'catalog', 'kube-system', 'media', 'orders'],
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
