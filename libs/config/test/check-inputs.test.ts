import { expect, test } from 'vitest';

import { checkInputs, longestCheck } from '../src/check-inputs.ts';
import type { Service } from '../src/schema/declaration.ts';
import { minutes } from '../src/units/duration.ts';
import { primaryEnvironment } from './fixtures/declarations.ts';

const inDatabase = {
  engine: 'postgres' as const,
  workload: 'shop-db',
  container: 'postgres',
  client: ['psql'] as [string],
  timeout: minutes(10),
  database: 'shop',
};

const workload = { kind: 'StatefulSet', name: 'shop-db', selector: 'app=shop-db' };

const inputs = (verification: Service['verification']) =>
  checkInputs('shop', {
    ...(primaryEnvironment().services['shop'] as Service),
    verification,
  });

test('the first check is that all that backups hold is there', () => {
  expect(inputs([{ check: 'objects', resource: 'secrets', atLeast: 1 }])[0]).toEqual({
    check: 'completeness',
    service: 'shop',
    subject: 'workloads and volumes',
    workloads: [workload],
    claims: [
      { volume: 'data', selector: 'app=shop-db' },
      { volume: 'files', selector: 'app=shop-files' },
    ],
  });
});

test.each([
  [
    { check: 'row-count', ...inDatabase, table: 'audit.entries', atLeast: 1 },
    { subject: 'shop: audit.entries', workloads: [workload], claims: [] },
  ],
  [
    { check: 'newest-row', ...inDatabase, table: 'sales', column: 'at', within: minutes(1) },
    { subject: 'shop: sales.at', workloads: [workload], claims: [] },
  ],
  [
    { check: 'integrity', ...inDatabase, pageChecksums: 'on', indexes: 'amcheck' },
    { subject: 'shop', workloads: [workload], claims: [] },
  ],
  [
    primaryEnvironment().services['shop']?.verification[0] as Service['verification'][0],
    {
      subject: 'files: .canary/SHA256SUMS',
      workloads: [workload],
      claims: [{ volume: 'files', selector: 'app=shop-files' }],
    },
  ],
  [
    {
      check: 'command',
      name: 'keys',
      workload: 'shop-db',
      container: 'redis',
      timeout: minutes(1),
      command: ['redis-cli', 'DBSIZE'],
      expect: { output: 'number', atLeast: 1 },
    },
    { subject: 'keys', workloads: [workload], claims: [] },
  ],
  [
    { check: 'http', workload: 'shop-db', port: 8080, path: '/ready' },
    { subject: 'shop-db:8080/ready', workloads: [workload], claims: [] },
  ],
  [
    { check: 'objects', resource: 'secrets', atLeast: 2 },
    { subject: 'secrets', workloads: [], claims: [] },
  ],
] satisfies [Service['verification'][0], object][])(
  '$check knows whose pods and claims it needs',
  (check, expected) => {
    expect(inputs([check])[1]).toEqual({ ...check, service: 'shop', ...expected });
  },
);

test('a check takes no longer than it may, waiting for pods and server included', () => {
  const longest = inputs([
    { check: 'row-count', ...inDatabase, table: 'orders', atLeast: 1 },
    { check: 'http', workload: 'shop-db', port: 8080, path: '/ready' },
  ]).map((input) => longestCheck(input).seconds);
  expect(longest).toEqual([240, 780, 240]);
});
