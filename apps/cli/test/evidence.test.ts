import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { copyOfRendered } from '@resilience/fixtures/repositories';
import { afterAll, expect, test } from 'vitest';

import { resilience } from './resilience.ts';
import { drillReportOf, evidenceFolder, writeReport } from './drill-reports.ts';
import { evidenceBucket } from './evidence-bucket.ts';
import { resultOf } from './result-of.ts';

const root = copyOfRendered();
afterAll(() => rmSync(root, { recursive: true }));
const file = join(root, 'environments/staging/measurements.json');
const pull = (...words: string[]) => resilience(root, ['evidence', 'pull', ...words]);

const monthly = ['1', '2', '3'].map((month) =>
  drillReportOf({
    workflow: `drill-namespace-restore-${month}`,
    startedAt: `2026-0${month}-01T07:00:00Z`,
    finishedAt: `2026-0${month}-01T07:10:00Z`,
  }),
);

test('reports become measurements that the prover reads; a second time nothing is stale', () => {
  const from = evidenceFolder(monthly);
  expect(pull('--env', 'staging', '--from', from, '--check').status).toBe(1);
  expect(existsSync(file)).toBe(false);
  const { status, stdout } = pull('--env', 'staging', '--from', from, '--json');
  expect([status, resultOf(stdout)]).toMatchObject([0, { reports: 3, failed: 0, stale: true }]);
  const written = readFileSync(file, 'utf8');
  expect(written).toContain(
    's3://harbour-staging-evidence-us-east-1/drills/namespace-restore/2026/02/drill-namespace-restore-2.json',
  );
  expect(pull('--env', 'staging', '--from', from, '--check').status).toBe(0);
  const explained = resilience(root, ['explain', 'orders', '--env', 'staging']);
  expect(explained.stdout).toContain('measured in 3 runs until 2026-03-01');
});

test('what cannot be trusted is told all at once, and nothing is written', () => {
  const from = evidenceFolder(monthly);
  const [first, second] = monthly.map((report) => writeReport(from, report));
  const before = readFileSync(file, 'utf8');
  writeFileSync(join(from, String(first)), JSON.stringify(drillReportOf({ failedStep: 'other' })));
  writeReport(from, drillReportOf({ workflow: 'foreign', environment: 'production' }));
  writeFileSync(join(from, 'drills/unsigned.json'), '{}');
  const { status, stderr } = pull('--env', 'staging', '--from', from);
  expect(status).toBe(2);
  expect(stderr).toContain(`${first}] is not what the drill has left`);
  expect(stderr).toContain('foreign.json › environment] is of another environment');
  expect(stderr).toContain('unsigned.json] has no hash beside it');
  expect(stderr).not.toContain(String(second));
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('a loss below zero is no measurement, and what to do is said', () => {
  const [service] = drillReportOf().services;
  const services = service ? [{ ...service, dataLossSeconds: -300 }] : [];
  const from = evidenceFolder([...monthly, drillReportOf({ workflow: 'late', services })]);
  const { status, stderr } = pull('--env', 'staging', '--from', from);
  expect(status).toBe(2);
  expect(stderr).toContain('late.json › services.0.dataLossSeconds] is below zero');
  expect(stderr).toContain('received  -300 s');
  expect(stderr).toContain("--exclude 'drills/namespace-restore/2026/11/late.json*'");
  expect(stderr).toContain('code      evidence/loss-below-zero');
});

const awsStandIn = (bucket: string): NodeJS.ProcessEnv => ({
  PATH: `${evidenceBucket(bucket)}:${process.env['PATH'] ?? ''}`,
});

test('without a folder the own bucket is read by the aws program', () => {
  const words = ['evidence', 'pull', '--env', 'staging', '--check', '--json'];
  const { status, stdout } = resilience(root, words, awsStandIn(evidenceFolder(monthly)));
  expect([status, resultOf(stdout)]).toMatchObject([0, { reports: 3, stale: false }]);
});

test.each(['a folder', 'the bucket'])(
  'a recovery that was no drill counts, too: of %s',
  (place) => {
    const recovery = drillReportOf({ drill: null, workflow: 'restore-namespace-1' });
    const folder = evidenceFolder([...monthly, recovery]);
    const words = ['--env', 'staging', '--check', '--json'];
    const { stdout } =
      place === 'a folder'
        ? pull(...words, '--from', folder)
        : resilience(root, ['evidence', 'pull', ...words], awsStandIn(folder));
    expect(resultOf(stdout)).toMatchObject({ reports: 4 });
  },
);

test('what a standby measured counts for the environment whose services it restored', () => {
  const from = evidenceFolder([
    drillReportOf({ environment: 'production', drill: 'validation', workflow: 'validation-1' }),
    drillReportOf({ environment: 'dr', drill: 'region-failover', workflow: 'failover-1' }),
  ]);
  const { status, stdout } = pull('--env', 'production', '--from', from, '--check', '--json');
  expect([status, resultOf(stdout)]).toMatchObject([
    1,
    {
      reports: 2,
      measurements: {
        rates: {
          'object-creation': {
            runs: 2,
            evidence: [
              expect.stringMatching(
                /^s3:\/\/harbour-dr-evidence-us-west-2\/drills\/region-failover\//,
              ),
              expect.stringMatching(
                /^s3:\/\/harbour-production-evidence-us-east-1\/drills\/validation\//,
              ),
            ],
          },
        },
      },
    },
  ]);
});

test('where aws is not there, it is told what to do', () => {
  const { status, stderr } = resilience(root, ['evidence', 'pull', '--env', 'staging'], {
    PATH: '/nowhere',
  });
  expect([status, stderr]).toEqual([2, expect.stringContaining('install the AWS command line')]);
});

test.each([
  [['--env', 'prod'], 'no environment is called prod; there are dr, production, staging'],
  [['--env', 'staging', '--from', '/nowhere'], 'there is no folder /nowhere'],
  [['--env', 'staging', '--from', tmpdir()], 'no drill or recovery has left a report'],
  [['--env', 'dr'], 'pull --env production, which reads the reports of both'],
])('%j is refused', (words, message) => {
  const { status, stderr } = pull(...words);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});
