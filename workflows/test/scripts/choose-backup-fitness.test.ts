import { expect, test } from 'vitest';

import {
  backup,
  choose,
  chosen,
  everything,
  newer,
  older,
  orders,
  service,
  some,
} from './backup-choices.ts';
import { type Backed, backupContent, held } from './backup-content.ts';

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
  const all = { ...inPlace, REMAINDER: '["kube-system"]' };
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
