import { expect, test } from 'vitest';

import { runScript } from './run-script.ts';

const minutesAgo = (count: number): string =>
  `${new Date(Date.now() - count * 60_000).toISOString().slice(0, 19)}Z`;

const restore = {
  status: {
    phase: 'Completed',
    startTimestamp: '2026-11-25T06:01:00Z',
    completionTimestamp: '2026-11-25T06:03:00Z',
    progress: { itemsRestored: 240, totalItems: 240 },
  },
};
const move = (from: string, to: string, totalBytes: number) => ({
  status: {
    phase: 'Completed',
    startTimestamp: `2026-11-25T06:${from}Z`,
    completionTimestamp: `2026-11-25T06:${to}Z`,
    progress: { totalBytes, bytesDone: totalBytes },
  },
});

function measure(moves: readonly object[], env: Readonly<Record<string, string>> = {}) {
  const { status, outputs } = runScript('measure', {
    env: {
      SERVICES: JSON.stringify([
        { service: 'shop', backupStartedAt: minutesAgo(70) },
        { service: 'web', backupStartedAt: minutesAgo(130) },
      ]),
      STARTED_AT: minutesAgo(10),
      DISASTER_AT: '',
      SCENARIO: 'namespace-deletion',
      WORKFLOW: 'drill-x',
      RESTORES: '[{"restore":"1"},{"restore":"2"}]',
      ...env,
    },
    kubectl: [
      {
        asked:
          'get restores.velero.io --namespace velero --selector resilience-layer/workflow=drill-x',
        output: {
          items: ['drill-x-1', 'drill-x-2', 'drill-x-3'].map((name) => ({
            metadata: { name },
            ...restore,
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
    services: JSON.parse(outputs['services'] ?? '[]') as Record<string, unknown>[],
    rates: JSON.parse(outputs['rates'] ?? '{}') as unknown,
  };
}

test('each service is measured: from the choice of the backup, and how old the data was then', () => {
  const { status, services } = measure([]);
  expect(status).toBe(0);
  expect(services).toHaveLength(2);
  expect(services.map(({ dataLossSeconds }) => dataLossSeconds)).toEqual([3600, 7200]);
  for (const { scenario, recoveryTimeSeconds } of services) {
    expect(scenario).toBe('namespace-deletion');
    expect(Number(recoveryTimeSeconds)).toBeGreaterThanOrEqual(600);
  }
});

test('a disaster lost the data when it happened', () => {
  const { services } = measure([], { DISASTER_AT: minutesAgo(40) });
  expect(services[0]?.['dataLossSeconds']).toBe(1800);
});

test('rates are of all restores of the wave, and unknown where nothing moved', () => {
  const mebibyte = 1024 ** 2;
  const beside = [move('01:00', '02:40', 600 * mebibyte), move('01:40', '02:40', 400 * mebibyte)];
  expect(measure(beside).rates).toEqual({ bytes: 10 * mebibyte, objects: 2 });
  expect(measure([]).rates).toEqual({ bytes: null, objects: 2 });
});
