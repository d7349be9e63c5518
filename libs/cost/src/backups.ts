import { firesOn } from '@resilience/config/cron-gap';
import type { Schedule } from '@resilience/config/declaration';
import { inDays } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { coveredServices } from '@resilience/config/volumes';

import { calendar, type Daily, everyDay } from './calendar.ts';

/** One backup, in days since the first. */
export interface Backup {
  readonly made: number;
  readonly expires: number;
}

const minutesPerDay = 1440;

/** All backups of a schedule in the two years. */
export function backupsOf(schedule: Schedule): readonly Backup[] {
  const known = cache.get(schedule);
  if (known) return known;
  const backups = listBackups(schedule);
  cache.set(schedule, backups);
  return backups;
}

/** Each part of the bill asks, for every volume. */
const cache = new WeakMap<Schedule, readonly Backup[]>();

const listBackups = ({ cron, retention }: Schedule): Backup[] =>
  calendar
    .filter(({ date }) => firesOn(cron, date))
    .flatMap(({ index }) =>
      cron.minutesOfDay.map((minute) => {
        const made = index + minute / minutesPerDay;
        return { made, expires: made + inDays(retention) };
      }),
    );

/** The schedules that cover a service. */
export const schedulesOf = (environment: Environment, service: string): Schedule[] =>
  Object.values(environment.schedules).filter((schedule) =>
    coveredServices(environment, schedule).some(([name]) => name === service),
  );

/** How many backups are made on each day. */
export function madeOn(backups: readonly Backup[]): Daily {
  const counts = new Map<number, number>();
  for (const { made } of backups) {
    const day = Math.floor(made);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return everyDay(({ index }) => counts.get(index) ?? 0);
}
