import type { JSX } from 'preact';

import type { Recurring } from '../model/calendar.ts';
import type { Environment } from '../model/report.ts';
import { none } from './none.ts';
import { table } from './table.ts';
import { time } from './words.ts';

/** The backups of an environment. */
export const schedulesOf = ({ name, calendar: { schedules } }: Environment): JSX.Element =>
  schedules.length === 0
    ? none(`${name} makes no backups of its own.`)
    : table({
        caption: `Backups of ${name}`,
        head: ['Schedule', 'Cron', 'Hours (UTC)', 'Next (UTC)', 'Takes at most', 'Covers', 'Kept'],
        rows: schedules.map((one) => [...row(one), one.kept]),
      });

/** The drills of an environment. */
export const drillsOf = ({ name, calendar: { drills } }: Environment): JSX.Element =>
  drills.length === 0
    ? none(`${name} declares no drills.`)
    : table({
        caption: `Drills of ${name}`,
        head: ['Drill', 'Cron', 'Hours (UTC)', 'Next (UTC)', 'Takes at most', 'Restores'],
        rows: drills.map(row),
      });

const row = ({ name, cron, minutesOfDay, next, atMost, of }: Recurring): string[] => [
  name,
  cron,
  hours(minutesOfDay),
  next,
  time(atMost),
  of,
];

/** More than these are counted. */
const shown = 6;

function hours(minutesOfDay: readonly number[]): string {
  const times = minutesOfDay.map(clock);
  if (times.length <= shown) return times.join(', ');
  return `${times.length} times from ${times[0]} to ${times.at(-1)}`;
}

const clock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
