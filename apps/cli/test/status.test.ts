import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { primaryEnvironment } from '@resilience/config/fixtures';
import { scenarios } from '@resilience/config/scenario';
import { copyOfRendered, repositoryOf } from '@resilience/fixtures/repositories';
import { some } from '@resilience/vitest/some';
import type { Answer } from '@resilience/workflows/stand-ins';
import { expect, test } from 'vitest';

import { formatStatus } from '../src/status/format-status.ts';
import { groupRecoveries } from '../src/status/group-recoveries.ts';
import { isKept, recoveriesOf, type Recovery } from '../src/status/recoveries.ts';
import { backup, contents, inCluster, staging } from './cluster.ts';
import { resultOf } from './result-of.ts';

const wide = { COLUMNS: '200' };
const noCluster: Answer = {
  asked: '',
  error: 'Unable to connect to the server: connection refused\n',
  status: 1,
};

test('declared, proved, the newest backups, and what is next stand side by side', async () => {
  const answers = [...staging, ...(await contents())];
  const { status, stdout } = await inCluster(answers, ['status', '--env', 'staging'], wide);
  expect(stdout).toMatch(/^staging: 10 of 18 proofs hold, 8 waived; findings: 0 stop a merge, /m);
  expect(stdout).toMatch(/^orders +RPO +14 d +7 d 2 h +unknown +late-discovery$/m);
  expect(stdout).toMatch(/^ +RTO +4 h +\d+ min .*unknown +cluster-corruption$/m);
  expect(stdout).toMatch(/^breached, waived: orders, media in region-failure, bucket-loss, /m);
  expect(stdout).toMatch(/^newest backup: orders daily-2 \(.+\), media daily-2 \(.+\)$/m);
  expect(stdout).toMatch(/^next \(UTC\): .*daily \d{4}-\d\d-\d\d 02:00.*drill validation /m);
  expect(status).toBe(0);
});

test('a service that no backup can serve is a finding', async () => {
  const items = [backup('orders', '2026-11-24T02:00:05Z')].map(({ spec, ...rest }) => ({
    ...rest,
    spec: { ...spec, includedNamespaces: ['orders'] },
  }));
  const only: Answer = { asked: 'get backups.velero.io', output: { items } };
  const words = ['status', '--env', 'staging', '--json'];
  const { status, stdout } = await inCluster([only, ...staging, ...(await contents())], words);
  expect([status, resultOf(stdout)]).toMatchObject([
    1,
    {
      environments: [
        {
          environment: 'staging',
          backups: {
            value: [
              { service: 'orders', backup: 'orders', ageSeconds: expect.any(Number) as unknown },
              { service: 'media', backup: null, ageSeconds: null },
            ],
          },
        },
      ],
    },
  ]);
});

test('without a cluster, the rest is shown, and the reason once', async () => {
  const { status, stdout } = await inCluster([noCluster], ['status'], wide);
  expect(stdout.match(/connection refused/g)).toHaveLength(1);
  expect(stdout).toMatch(
    /^not looked at:\ndr, production, staging: kubectl config current-context/m,
  );
  expect(stdout.match(/^newest backup: unknown$/gm)).toHaveLength(3);
  expect(stdout).toMatch(/^dr: declares no service of its own; /m);
  expect(status).toBe(0);
});

test('the cluster of another environment is not taken for its own', async () => {
  const words = ['status', '--env', 'production', '--json'];
  const { stdout } = await inCluster(staging, words);
  expect(resultOf(stdout).environments[0].backups).toEqual({
    unknown: expect.stringMatching(
      /harbour-staging-backups-us-east-1, and production in/,
    ) as unknown,
  });
});

test('what drills measured is counted, with its age', async () => {
  const root = copyOfRendered();
  const measured = {
    runs: 5,
    expected: 20,
    worst: 50,
    newest: '2026-01-31',
    evidence: ['s3://evidence/report.json'],
  };
  writeFileSync(
    join(root, 'environments/staging/measurements.json'),
    JSON.stringify({ detection: {}, decision: {}, steps: { check: measured }, rates: {} }),
  );
  const { stdout } = await inCluster([noCluster], ['status', '--env', 'staging', '--json'], {
    RESILIENCE_REPOSITORY: root,
  });
  const { recoveries } = resultOf(stdout).environments[0];
  expect(
    recoveries.find(({ scenario }: Recovery) => scenario === 'namespace-deletion'),
  ).toMatchObject({
    measured: { count: 1, since: '2026-01-31' },
  });
});

test('an environment that is not rendered is shown as such', async () => {
  const { status, stdout } = await inCluster([noCluster], ['status', '--env', 'main'], {
    ...wide,
    RESILIENCE_REPOSITORY: repositoryOf('danube'),
  });
  expect(stdout).toMatch(/^main: .*findings unknown$/m);
  expect(stdout).toMatch(/^not looked at:\n(.*\n)*main: .*render/m);
  expect(status).toBe(1);
});

test('an accepted loss, and a service that is not backed up, are shown as such', () => {
  const text = formatStatus(
    [
      {
        environment: 'lab',
        recoveries: [
          {
            service: 'shop',
            scenario: 'region-failure',
            verdict: 'unprotected',
            waived: false,
            measured: { count: 0, of: 0, since: null },
          },
        ],
        evidence: { recovered: [], failed: [], notRead: [], isCut: false },
        notBackedUp: [{ service: 'cache', reason: 'It is filled again.' }],
        backups: { value: [] },
        findings: { value: { stop: 0, waived: 0, others: 0 } },
        next: [],
      },
    ],
    new Date(),
  );
  expect(text).toMatch(/lab.*: 0 of 1 proofs hold, 1 unprotected; /);
  expect(text).toMatch(/^shop +RPO +all +- +never +region-failure, unprotected$/m);
  expect(text).toMatch(/^ +RTO +never +- +never +region-failure, unprotected$/m);
  expect(text).toMatch(/^unprotected: shop in region-failure$/m);
  expect(text).toMatch(/^ {2}shop: never measured$/m);
  expect(text).toMatch(/^cache is not backed up: It is filled again\.$/m);
  expect(text).toMatch(/^next \(UTC\): nothing$/m);
});

test('an accepted loss is neither proved nor breached', () => {
  const environment = primaryEnvironment();
  const [[name, service] = []] = Object.entries(environment.services);
  if (name === undefined || !service) throw new Error('no service is declared');
  const given = { unprotected: 'It is made again from Git.' };
  const objectives = { ...service.objectives, 'region-failure': given };
  const recoveries = recoveriesOf({
    ...environment,
    services: { [name]: { ...service, objectives } },
  });
  expect(recoveries).toHaveLength(scenarios.length);
  const one = recoveries.find(({ scenario }) => scenario === 'region-failure');
  expect(one).toEqual({
    service: name,
    scenario: 'region-failure',
    verdict: 'unprotected',
    waived: false,
    measured: { count: 0, of: 0, since: null },
  });
  expect(one && isKept(one)).toBe(true);
});

const recovery = (
  service: string,
  scenario: Recovery['scenario'],
  verdict: Recovery['verdict'],
): Recovery => ({
  service,
  scenario,
  verdict,
  waived: false,
  rpo: { declared: 60, proved: 1 },
  rto: { declared: 60, proved: 30 },
  measured: { count: 0, of: 1, since: null },
});

test('a row holds each of its services in each of its disasters, and nothing else', () => {
  const all = [
    recovery('a', 'pod-failure', 'breached'),
    recovery('a', 'key-loss', 'unprovable'),
    recovery('a', 'bucket-loss', 'unprovable'),
    recovery('b', 'pod-failure', 'breached'),
    recovery('b', 'key-loss', 'unprovable'),
    recovery('c', 'pod-failure', 'breached'),
    recovery('c', 'key-loss', 'unprovable'),
    recovery('c', 'bucket-loss', 'unprovable'),
  ];
  const rows = groupRecoveries(all);
  expect(rows.map(({ services, disasters }) => [services, disasters])).toEqual([
    [['a', 'b', 'c'], ['pod-failure']],
    [
      ['a', 'c'],
      ['key-loss', 'bucket-loss'],
    ],
    [['b'], ['key-loss']],
  ]);
  expect(
    some(rows).every((row) => row.all.length === row.services.length * row.disasters.length),
  ).toBe(true);
});
