import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { DrillReport } from '@resilience/config/drill-report';
import { resilience } from '@resilience/fixtures/resilience';

import { renderedRoot } from '../rendered-root.ts';

const succeeded: DrillReport = {
  drill: 'namespace-restore',
  environment: 'staging',
  workflow: 'drill-namespace-restore-1793516400',
  startedAt: '2026-11-01T07:00:00Z',
  finishedAt: '2026-11-01T07:10:00Z',
  outcome: 'succeeded',
  failedStep: null,
  steps: [{ name: 'restore', seconds: 60 }],
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
};

/** In the other region, where nothing came back. */
const failed: DrillReport = {
  ...succeeded,
  drill: 'region-failover',
  environment: 'dr',
  workflow: 'drill-region-failover-1793602800',
  outcome: 'failed',
  failedStep: 'verify',
  services: succeeded.services.map((service) => ({
    ...service,
    scenario: 'region-failure',
    recoveryTimeSeconds: null,
  })),
};

/**
 * Makes the site of the judged environments, with runs of drills that went well, went wrong, and are not trusted.
 *
 * @param work an empty folder
 * @returns the folder of the site, and its pages
 * @throws with what the program printed where it makes none
 */
export function makeSite(work: string): {
  readonly site: string;
  readonly pages: readonly string[];
} {
  const evidence = join(work, 'evidence');
  leave(evidence, succeeded);
  leave(evidence, failed);
  leave(evidence, { ...succeeded, workflow: 'changed' }, ' ');
  const site = join(work, 'site');
  const words = ['report', '--output', site, '--from', evidence, '--date', '2026-11-29'];
  const { status, stderr } = resilience(renderedRoot, words);
  if (status !== 0) throw new Error(`no site is made (${status}):\n${stderr}`);
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
  return { site, pages: files.filter((path) => path.endsWith('.html')).toSorted() };
}

/** @param added what was written behind the report afterwards */
function leave(folder: string, report: DrillReport, added = ''): void {
  const path = join(folder, `drills/${report.drill}/2026/11/${report.workflow}.json`);
  const content = JSON.stringify(report);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${content}${added}`);
  const hash = createHash('sha256').update(content).digest('hex');
  writeFileSync(`${path}.sha256`, `${hash}  ${report.workflow}.json\n`);
}
