import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DrillReport } from '@resilience/config/drill-report';
import { expect, test } from 'vitest';

import { sourceOf } from '../src/evidence/evidence-source.ts';
import { newestRecoveries } from '../src/evidence/newest-recoveries.ts';
import { drillReportOf, evidenceFolder, writeReport } from './drill-reports.ts';

const on = (day: string, changes: Partial<DrillReport> = {}): DrillReport =>
  drillReportOf({
    workflow: `${changes.drill ?? 'recovery'}-${day}`,
    startedAt: `2026-11-${day}T07:00:00Z`,
    finishedAt: `2026-11-${day}T07:10:00Z`,
    ...changes,
  });

const of = (service: string, recoveryTimeSeconds: number | null): DrillReport['services'] =>
  drillReportOf().services.map((one) => ({ ...one, service, recoveryTimeSeconds }));

const failed = { outcome: 'failed', failedStep: 'verify' } as const;
const validation = { drill: 'validation' };

function newestIn(folder: string, onRead: (path: string) => void = () => undefined) {
  const source = sourceOf(folder);
  const read = (path: string) => {
    onRead(path);
    return source.read(path);
  };
  const place = { buckets: { staging: 's3://evidence' }, from: folder };
  return newestRecoveries({ ...source, read }, place);
}

test('the newest recovery of each service counts, be it of a drill or not', async () => {
  const folder = evidenceFolder([
    on('01', { ...validation, services: [...of('orders', 100), ...of('media', 200)] }),
    on('02', { drill: null, services: of('orders', 300) }),
    on('03', { drill: null, services: of('media', null) }),
  ]);
  const { recovered, failed: without, isCut } = await newestIn(folder);
  expect(recovered).toMatchObject([
    { service: 'orders', recoveryTimeSeconds: 300, drill: null, dataLossSeconds: 18_000 },
    { service: 'media', recoveryTimeSeconds: 200, drill: 'validation' },
  ]);
  expect([without, isCut]).toEqual([[], false]);
});

test('a run that failed does not count, and is named where it is the newest of its drill', async () => {
  const folder = evidenceFolder([
    on('01', { ...validation, services: of('orders', 100) }),
    on('02', { ...validation, ...failed, services: of('orders', 20) }),
    on('01', { drill: 'namespace-restore', ...failed, services: of('orders', 20) }),
    on('03', { drill: 'namespace-restore', services: of('orders', 30) }),
  ]);
  const found = await newestIn(folder);
  expect(found.recovered).toMatchObject([{ service: 'orders', recoveryTimeSeconds: 30 }]);
  expect(found.failed).toMatchObject([{ report: { workflow: 'validation-02' } }]);
});

test('of a drill, nothing older than its newest success is read', async () => {
  const days = ['01', '02', '03', '04'].map((day) => on(day, validation));
  const read: string[] = [];
  await newestIn(evidenceFolder(days), (path) => read.push(path));
  expect(read).toEqual([
    'drills/validation/2026/11/validation-04.json',
    'drills/validation/2026/11/validation-04.json.sha256',
  ]);
});

test('a drill that always fails is not read to its first run, which is said', async () => {
  const days = Array.from({ length: 12 }, (_, day) => String(day + 10));
  const folder = evidenceFolder(days.map((day) => on(day, { ...validation, ...failed })));
  const read: string[] = [];
  const found = await newestIn(folder, (path) => read.push(path));
  expect([found.recovered, found.isCut, read.length]).toEqual([[], true, 20]);
});

test('a report that is not as it was left measures nothing, and hides nothing', async () => {
  const folder = evidenceFolder([on('01', validation)]);
  const changed = writeReport(folder, on('02', validation));
  writeFileSync(join(folder, changed), JSON.stringify(on('02', { ...validation, ...failed })));
  const found = await newestIn(folder);
  expect(found.recovered).toMatchObject([{ workflow: 'validation-01' }]);
  expect(found.problems).toEqual([
    { place: `${folder}/${changed}`, why: 'is not what the drill has left' },
  ]);
  rmSync(join(folder, `${changed}.sha256`));
  expect((await newestIn(folder)).problems).toMatchObject([{ why: 'has no hash beside it' }]);
});
