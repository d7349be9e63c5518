import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { runScript } from './run-script.ts';

const minutesAgo = (count: number): string =>
  `${new Date(Date.now() - count * 60_000).toISOString().slice(0, 19)}Z`;

const restoreUntil = (to: string) => ({
  status: {
    phase: 'Completed',
    startTimestamp: '2026-11-25T06:01:00Z',
    completionTimestamp: `2026-11-25T06:${to}Z`,
    progress: { itemsRestored: 240, totalItems: 240 },
  },
});
const move = (from: string, to: string, totalBytes: number) => ({
  status: {
    phase: 'Completed',
    startTimestamp: `2026-11-25T06:${from}Z`,
    completionTimestamp: `2026-11-25T06:${to}Z`,
    progress: { totalBytes, bytesDone: totalBytes },
  },
});

interface Run {
  readonly moves?: readonly object[];
  /** When each restore has ended: minute and second. */
  readonly restored?: string;
  readonly disasterAt?: string;
}

function measure({ moves = [], restored = '03:00', disasterAt = '' }: Run) {
  const { status, stderr, outputs } = runScript('measure', {
    env: {
      SERVICES: JSON.stringify([
        { service: 'shop', backupStartedAt: minutesAgo(70) },
        { service: 'web', backupStartedAt: minutesAgo(130) },
      ]),
      STARTED_AT: minutesAgo(10),
      DISASTER_AT: disasterAt,
      SCENARIO: 'namespace-deletion',
      WORKFLOW: 'drill-x',
      RESTORES: '[{"restore":"1"},{"restore":"2"}]',
    },
    kubectl: [
      {
        asked:
          'get restores.velero.io --namespace velero --selector resilience-layer/workflow=drill-x',
        output: {
          items: ['drill-x-1', 'drill-x-2', 'drill-x-3'].map((name) => ({
            metadata: { name },
            ...restoreUntil(restored),
          })),
        },
      },
      {
        asked:
          'get datadownloads.velero.io,podvolumerestores.velero.io --namespace velero --selector velero.io/restore-name in (drill-x-1,drill-x-2)',
        output: { items: moves },
      },
    ],
  });
  return {
    status,
    stderr,
    services: JSON.parse(outputs['services'] ?? '[]') as Record<string, unknown>[],
    rates: JSON.parse(outputs['rates'] ?? '{}') as unknown,
  };
}

test('each service is measured: from the choice of the backup, and how old the data was then', () => {
  const { status, services } = measure({});
  expect(status).toBe(0);
  expect(services).toHaveLength(2);
  expect(services.map(({ dataLossSeconds }) => dataLossSeconds)).toEqual([3600, 7200]);
  for (const { scenario, recoveryTimeSeconds } of some(services)) {
    expect(scenario).toBe('namespace-deletion');
    expect(Number(recoveryTimeSeconds)).toBeGreaterThanOrEqual(600);
  }
});

test('a disaster lost the data when it happened', () => {
  const { services } = measure({ disasterAt: minutesAgo(40) });
  expect(services[0]?.['dataLossSeconds']).toBe(1800);
});

test('a backup that began after the disaster is an error, with what to do, and nothing is measured', () => {
  const disasterAt = minutesAgo(100);
  const { status, stderr, services } = measure({ disasterAt });
  expect([status, services]).toEqual([1, []]);
  expect(stderr).toContain(
    `the backup of shop began 1800 seconds after the disaster at ${disasterAt}`,
  );
  expect(stderr).toContain('restore again with an earlier disaster-at, or with a backup by name');
  expect(stderr).not.toContain('web');
});

const mebibyte = 1024 ** 2;

test('objects are counted over all restores of the wave, where nothing moved', () => {
  expect(measure({}).rates).toEqual({ bytes: null, objects: 2 });
});

test('bytes are counted from the first move that began to the last that ended, and objects not', () => {
  const moves = [move('01:00', '06:00', 4000 * mebibyte), move('02:00', '07:40', mebibyte)];
  expect(measure({ moves }).rates).toEqual({ bytes: (4001 * mebibyte) / 400, objects: null });
});

test('what took less than five minutes tells no rate of bytes', () => {
  const moves = [move('01:00', '02:00', mebibyte), move('01:00', '05:59', 4000 * mebibyte)];
  expect(measure({ moves }).rates).toEqual({ bytes: null, objects: null });
});

test('what took less than a minute tells no rate of objects', () => {
  expect(measure({ restored: '01:29' }).rates).toEqual({ bytes: null, objects: null });
});
