import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { DrillReport } from '@resilience/config/drill-report';
import { onTestFinished } from 'vitest';

/** A report of a drill of staging that went well, with what a test changes of it. */
export const drillReportOf = (changes: Partial<DrillReport> = {}): DrillReport => ({
  drill: 'namespace-restore',
  environment: 'staging',
  workflow: 'drill-namespace-restore-1793516400',
  startedAt: '2026-11-01T07:00:00Z',
  finishedAt: '2026-11-01T07:10:00Z',
  outcome: 'succeeded',
  failedStep: null,
  steps: [
    { name: 'choose-backup', seconds: 5 },
    { name: 'pre-flight', seconds: 20 },
    { name: 'restore', seconds: 60 },
    { name: 'await-ready', seconds: 30 },
  ],
  services: [
    {
      service: 'orders',
      scenario: 'namespace-deletion',
      backup: 'daily-20261101020000',
      checks: [
        {
          service: 'orders',
          check: 'row-count',
          subject: 'orders',
          verified: true,
          detail: '12 rows',
          seconds: 4,
        },
      ],
      recoveryTimeSeconds: 120,
      dataLossSeconds: 18_000,
    },
  ],
  rates: { bytes: 200_000_000, objects: 10 },
  leftBehind: [],
  layerRevision: null,
  ...changes,
});

/** A copy of an evidence bucket, for one test. */
export function evidenceFolder(reports: readonly DrillReport[]): string {
  const root = mkdtempSync(join(tmpdir(), 'resilience-evidence-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const report of reports) writeReport(root, report);
  return root;
}

/** @returns where the report lies, below the folder */
export function writeReport(root: string, report: DrillReport): string {
  const [year, month] = report.startedAt.split('-');
  const kind = report.drill === null ? 'recoveries/restore-namespace' : `drills/${report.drill}`;
  const path = `${kind}/${year}/${month}/${report.workflow}.json`;
  const content = JSON.stringify(report);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
  utimesSync(join(root, path), new Date(), new Date(report.finishedAt));
  const hash = createHash('sha256').update(content).digest('hex');
  writeFileSync(join(root, `${path}.sha256`), `${hash}  ${report.workflow}.json\n`);
  return path;
}
