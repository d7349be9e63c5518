import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DrillReport } from '@resilience/config/drill-report';
import { expect, test } from 'vitest';

import { drillReportOf, evidenceFolder, writeReport } from './drill-reports.ts';
import { resultOf } from './result-of.ts';
import { run } from './run.ts';

const report = (from: string, ...words: string[]) =>
  run(['drill', 'report', 'namespace-restore', '--env', 'staging', '--from', from, ...words]);

const newest = drillReportOf();
const [service] = newest.services;

test('the newest report is told with its steps, checks, and what was promised', async () => {
  const earlier = { outcome: 'failed', finishedAt: '2026-11-01T07:09:00Z' } as const;
  const from = evidenceFolder([
    drillReportOf({ workflow: 'zz', ...earlier }),
    newest,
    drillReportOf({ workflow: 'october', startedAt: '2026-10-01T07:00:00Z' }),
    drillReportOf({ drill: 'validation', startedAt: '2026-12-01T07:00:00Z' }),
  ]);
  const { status, stdout } = await report(from);
  expect(status).toBe(0);
  expect(stdout).toContain(`drill-namespace-restore-1793516400 succeeded
  began 2026-11-01T07:00:00Z, took 10 min of 2 h
`);
  expect(stdout).toContain(`
  restore        1 min  1 % of the budget
  await-ready    30 s   0 % of the budget
orders, namespace-deletion, from daily-20261101020000
  ✓ row-count orders 4 s: 12 rows
`);
  expect(stdout).toMatch(/RTO 2 min measured, 30 min declared, .* proved at worst$/m);
  expect(stdout).toMatch(/RPO 5 h measured, 2 d declared, .* proved at worst$/m);
});

const withService = (changes: Partial<DrillReport['services'][number]>): Partial<DrillReport> => ({
  services: service ? [{ ...service, ...changes }] : [],
});

test.each<[string, Partial<DrillReport>]>([
  ['failed in the step verify', { outcome: 'failed', failedStep: 'verify' }],
  ['took 3 h of 2 h, over it', { finishedAt: '2026-11-01T10:00:00Z' }],
  ['left behind: namespace/drill-orders-1', { leftBehind: ['namespace/drill-orders-1'] }],
  ['40 min measured, 30 min declared', withService({ recoveryTimeSeconds: 2400 })],
  ['proved at worst: over the proof', withService({ recoveryTimeSeconds: 1700 })],
  ['RTO not measured', withService({ recoveryTimeSeconds: null })],
  ['from no backup: none was found', withService({ backup: null, dataLossSeconds: null })],
  ['RTO is not declared any more', withService({ service: 'gone' })],
  ['nothing was checked', withService({ checks: [], dataLossSeconds: 999_999 })],
])('%s is a finding', async (told, changes) => {
  const { status, stdout } = await report(evidenceFolder([drillReportOf(changes)]));
  expect([status, stdout]).toEqual([1, expect.stringContaining(told)]);
});

test('machines get the report and what it was held to', async () => {
  const { stdout } = await report(evidenceFolder([newest]), '--json');
  expect(resultOf(stdout)).toMatchObject({
    kept: true,
    budgetSeconds: 7200,
    services: [{ rto: { measuredSeconds: 120, declaredSeconds: 1800, over: 'nothing' } }],
  });
});

test('a report that somebody changed is not told', async () => {
  const from = evidenceFolder([newest]);
  writeFileSync(join(from, writeReport(from, newest)), JSON.stringify({ ...newest, backup: 'x' }));
  const { status, stderr } = await report(from);
  expect([status, stderr]).toEqual([2, expect.stringContaining('is not what the drill has left')]);
});

test('a drill that has not run has no report', async () => {
  const { status, stderr } = await report(evidenceFolder([]));
  expect([status, stderr]).toEqual([2, expect.stringContaining('has left no report in')]);
});
