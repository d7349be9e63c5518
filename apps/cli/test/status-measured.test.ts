import type { Answer } from '@resilience/workflows/stand-ins';
import { expect, test } from 'vitest';

import { inCluster } from './cluster.ts';
import { drillReportOf, evidenceFolder } from './drill-reports.ts';
import { evidenceBucket } from './evidence-bucket.ts';
import { resultOf } from './result-of.ts';

const wide = { COLUMNS: '200' };
const noCluster: Answer = {
  asked: '',
  error: 'Unable to connect to the server: connection refused\n',
  status: 1,
};

/** A drill of staging that restored the service in so many seconds. */
const drilled = (recoveryTimeSeconds: number) =>
  evidenceFolder([
    drillReportOf({
      services: drillReportOf().services.map((one) => ({ ...one, recoveryTimeSeconds })),
    }),
  ]);

const statusWith = (folder: string, ...words: readonly string[]) =>
  inCluster([noCluster], ['status', '--env', 'staging', ...words], {
    ...wide,
    PATH: evidenceBucket(folder),
  });

test('the newest recovery that was measured stands beside what is declared and proved', async () => {
  const { status, stdout } = await statusWith(drilled(125));
  expect(stdout).toMatch(/^orders +RPO +14 d +7 d 2 h +5 h +late-discovery$/m);
  expect(stdout).toMatch(/^ +RTO +4 h +[\d a-z]+ +2 min 5 s +cluster-corruption$/m);
  expect(stdout).toMatch(/^media +RPO .* never +late-discovery$/m);
  expect(stdout).toContain(
    '  orders: back in 2 min 5 s; data of 5 h lost; namespace-deletion, drill namespace-restore, 2026-11-01\n' +
      '  media: never measured\n',
  );
  expect(status).toBe(0);
});

test('a recovery that took longer than declared is a finding', async () => {
  const { status, stdout } = await statusWith(drilled(40_000), '--json');
  expect([status, resultOf(stdout).environments[0].evidence]).toMatchObject([
    1,
    {
      recovered: [
        {
          service: 'orders',
          scenario: 'namespace-deletion',
          recoveryTimeSeconds: 40_000,
          finishedAt: '2026-11-01T07:10:00Z',
          drill: 'namespace-restore',
          address: expect.stringMatching(/^s3:\/\/harbour-staging-evidence-us-east-1\//) as unknown,
          rto: { over: 'the objective', measuredSeconds: 40_000 },
        },
      ],
      failed: [],
      notRead: [],
      isCut: false,
    },
  ]);
});

test('an evidence bucket that cannot be read leaves what was measured unknown, and nothing else', async () => {
  const { status, stdout } = await inCluster([noCluster], ['status'], wide);
  expect(stdout).toMatch(/^ {2}orders, media: unknown$/m);
  expect(stdout).not.toContain('never measured');
  expect(stdout.match(/Unable to locate credentials/g)).toHaveLength(1);
  expect(stdout).toMatch(/^s3:\/\/harbour-production-evidence-us-east-1, s3:.*: aws s3api /m);
  expect(status).toBe(0);
});
