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
