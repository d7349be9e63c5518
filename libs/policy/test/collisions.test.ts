import { expect, test } from 'vitest';

import { schedulesDoNotCollide } from '../src/rules/scheduling/schedules-do-not-collide.ts';
import { edit, judgeCopy, type Plant } from './copy.ts';

const cron = (name: string, expression: string): Plant =>
  edit(`kubernetes/velero-schedules/schedule-${name}.yaml`, ({ spec }) => {
    spec.schedule = expression;
  });

/** What is said of two schedules, with the others out of their way. */
const said = (daily: string, weekly: string): string[] =>
  judgeCopy(schedulesDoNotCollide, 'production', (files) => {
    cron('daily', daily)(files);
    cron('weekly', weekly)(files);
    cron('monthly', '59 23 1 * *')(files);
    cron('half-daily-offsite', '58 23 * * *')(files);
    cron('four-hourly-critical', '57 23 * * *')(files);
  });

test.each([
  ['0 2 * * *', '0 2 * * 0'],
  ['0 1,2 * * *', '0 2,3 * * *'],
  ['*/30 * * * *', '30 4 1 * *'],
  // On 29 February alone, in the year that has one.
  ['15 5 29 2 *', '15 5 28-31 * *'],
])('%s and %s meet', (daily, weekly) => {
  expect(said(daily, weekly)).toEqual([
    `Schedule/daily › spec › schedule starts in the same minute as weekly: not with ${weekly}`,
  ]);
});

test.each([
  ['0 2 * * *', '1 2 * * *'],
  ['0 2 * * *', '0 3 * * 0'],
  ['0 2 * * 1', '0 2 * * 0'],
  ['0 2 1-15 * *', '0 2 16-31 * *'],
  ['0 2 * 1-6 *', '0 2 * 7-12 *'],
  // Another rule says that it is not understood.
  ['every day', '0 2 * * *'],
  ['0 2 * * *', 'every day'],
])('%s and %s do not', (daily, weekly) => {
  expect(said(daily, weekly)).toEqual([]);
});
