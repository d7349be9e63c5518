import { expect, test } from 'vitest';

import { copyMethod, coveredServices } from '../src/volumes.ts';
import { primaryEnvironment } from './fixtures/declarations.ts';

const { schedules, services } = primaryEnvironment();

test.each([
  ['daily', 'data', 'snapshot'],
  ['hourly', 'data', 'moved-snapshot'],
  ['daily', 'files', 'file-system'],
  ['hourly', 'files', 'file-system'],
  ['daily', 'cache', 'skip'],
  ['hourly', 'cache', 'skip'],
])('the %s schedule copies the volume %s by %s', (scheduleName, volumeName, method) => {
  const schedule = schedules[scheduleName];
  const volume = services['shop']?.volumes[volumeName];
  expect(schedule && volume && copyMethod(schedule, volume)).toBe(method);
});

test('a schedule of the cluster covers every service, another those it names', () => {
  const others = { ...services, idle: services['shop'] } as typeof services;
  const covered = Object.values(schedules).map((schedule) =>
    coveredServices({ services: others }, schedule).map(([name]) => name),
  );
  expect(covered).toEqual([['shop', 'idle'], ['shop']]);
});

test('no schedule of the cluster covers a service in the namespace that its backups leave out', () => {
  const hidden = { idle: { ...services['shop'], namespace: 'velero' } } as typeof services;
  const [daily] = Object.values(schedules);
  const covered = (covers: 'cluster' | [string]) =>
    daily && coveredServices({ services: hidden }, { ...daily, covers }).map(([name]) => name);
  expect([covered('cluster'), covered(['idle'])]).toEqual([[], ['idle']]);
});
