import { daily, type Row } from './plants.ts';

export const scheduling: readonly Row[] = [
  ['scheduling/new-schedules-start-at-once', 'skipped', daily((s) => (s.skipImmediately = true))],
  ['scheduling/schedules-run', 'paused', daily((s) => (s.paused = true))],
  [
    'scheduling/expressions-are-read-alike',
    '31 February',
    daily((s) => (s.schedule = '0 2 31 2 *')),
  ],
  [
    'scheduling/expressions-are-read-alike',
    'a time zone',
    daily((s) => (s.schedule = 'CRON_TZ=Europe/Berlin 0 2 * * *')),
  ],
  [
    'scheduling/schedules-do-not-collide',
    'with the weekly one',
    daily((s) => (s.schedule = '0 3 * * *')),
  ],
];
