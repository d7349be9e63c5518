import { parseCron } from '@resilience/config/cron';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { audit } from '../src/audit.ts';
import { inUtc, offsetsOf } from '../src/installation/zone.ts';

test.each(
  some([
    ['30 2 * * *', 330, '0 21 * * *'],
    ['0 2 * * 1-5', 330, '30 20 * * 0,1,2,3,4'],
    ['0 22 * * 6', -180, '0 1 * * 0'],
    ['0 */6 * * *', 60, '0 5,11,17,23 * * *'],
    ['15 * * * *', 120, '15 * * * *'],
    ['0 12 1 * *', 60, '0 11 1 * *'],
    ['0 12 1 jan *', 60, '0 11 1 jan *'],
  ] as const),
)('%s of a zone %d minutes ahead is %s in UTC', (expression, ahead, utc) => {
  expect(inUtc(parseCron(expression), ahead)?.expression).toBe(utc);
});

test.each(
  some([
    ['0 1 1 * *', 120],
    ['0 0,12 * * 1', 60],
    ['0,30 5 * * *', 15],
  ] as const),
)('%s of a zone %d minutes ahead cannot be said in UTC by five fields', (expression, ahead) => {
  expect(inUtc(parseCron(expression), ahead)).toBeUndefined();
});

test('offsets are of standard and of summer time, on both halves of the earth', () => {
  expect(
    ['Europe/Berlin', 'Australia/Sydney', 'Asia/Kolkata', 'UTC', 'America/St_Johns'].map(offsetsOf),
  ).toEqual([
    { standard: 60, summer: 120 },
    { standard: 600, summer: 660 },
    { standard: 330, summer: 330 },
    { standard: 0, summer: 0 },
    { standard: -210, summer: -150 },
  ]);
  expect(offsetsOf('Mars/Olympus')).toBeUndefined();
});

test.each(
  some([
    ['CRON_TZ=UTC 0 5 * * *', { cron: '0 5 * * *', cronIsExact: true, gap: 86_400 }],
    ['TZ=Asia/Tokyo @daily', { cron: '0 15 * * *', cronIsExact: true, gap: 86_400 }],
    ['TZ=Europe/Berlin 0 4 * * *', { cron: '0 3 * * *', cronIsExact: false, gap: 90_000 }],
    ['TZ=Mars/Olympus 0 4 * * *', { cron: undefined, cronIsExact: false, gap: undefined }],
  ] as const),
)('a schedule at %s is known in UTC', (schedule, expected) => {
  const text = JSON.stringify({
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    metadata: { name: 'daily', namespace: 'velero' },
    spec: { schedule, template: {} },
  });
  expect(audit({ files: [{ path: 'schedule.json', text }] }).schedules).toMatchObject([expected]);
});
