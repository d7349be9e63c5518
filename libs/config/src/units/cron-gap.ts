import type { Cron } from './cron.ts';
import type { Duration } from './duration.ts';

const minutesPerDay = 1_440;

/** The Gregorian calendar, weekdays included, repeats after 400 years of 146,097 days. */
export const calendarDays = 146_097;
const firstYear = 2000;

/** How far apart the firings of a schedule are. */
export interface Gaps {
  readonly shortest: Duration;
  readonly longest: Duration;
  /** Since the last firing, seen from any moment, on average. */
  readonly meanAge: Duration;
}

/**
 * The times between firings, over the whole calendar: leap days, the years without one (2100), and
 * every weekday on every date are in it.
 */
export function gapsOf(cron: Cron): Gaps {
  const known = cache.get(cron);
  if (known) return known;
  const gaps = computeGaps(cron);
  cache.set(cron, gaps);
  return gaps;
}

/** The same schedule is asked about for every service and disaster. */
const cache = new WeakMap<Cron, Gaps>();

function computeGaps(cron: Cron): Gaps {
  const [first = 0] = cron.minutesOfDay;
  const last = cron.minutesOfDay.at(-1) ?? 0;
  const within = cron.minutesOfDay
    .slice(1)
    .map((minute, at) => minute - (cron.minutesOfDay[at] ?? 0));
  const across = dayGaps(cron).map(
    ([days, times]) => [days * minutesPerDay - last + first, times] as const,
  );
  const times = across.reduce((sum, [, count]) => sum + count, 0);
  const all = [...within.map((minutes) => [minutes, times] as const), ...across];
  const minutes = all.map(([length]) => length);
  const sum = all.reduce((total, [length, count]) => total + length * count, 0);
  const squares = all.reduce((total, [length, count]) => total + length ** 2 * count, 0);
  return {
    shortest: { seconds: Math.min(...minutes) * 60 },
    longest: { seconds: Math.max(...minutes) * 60 },
    meanAge: { seconds: Math.round((squares / sum / 2) * 60) },
  };
}

/** How often, in 400 years, so many days pass from one day that fires to the next that does. */
function dayGaps(cron: Cron): [number, number][] {
  if (firesDaily(cron)) return [[1, calendarDays]];
  const counts = new Map<number, number>();
  const count = (gap: number): unknown => counts.set(gap, (counts.get(gap) ?? 0) + 1);
  let first: number | undefined;
  let previous = 0;
  for (const day of firingDays(cron)) {
    if (first === undefined) first = day;
    else count(day - previous);
    previous = day;
  }
  count((first ?? 0) + calendarDays - previous);
  return [...counts];
}

/** The days of the 400 years at which a schedule fires, counted from 0. */
export function* firingDays(cron: Cron): Generator<number, void> {
  const { months, days, weekdays } = calendar();
  for (let index = 0; index < calendarDays; index += 1) {
    if (fires(cron, months[index] ?? 0, days[index] ?? 0, weekdays[index] ?? 0)) yield index;
  }
}

/** The number of days after which a schedule fires at the same times again. */
export function periodOf(cron: Cron): number {
  if (firesDaily(cron)) return 1;
  const byWeekdayAlone = cron.months.size === 12 && !cron.eitherDay && cron.daysOfMonth.size === 31;
  return byWeekdayAlone ? 7 : calendarDays;
}

const firesDaily = (cron: Cron): boolean =>
  cron.months.size === 12 &&
  (cron.eitherDay
    ? cron.daysOfMonth.size === 31 || cron.daysOfWeek.size === 7
    : cron.daysOfMonth.size === 31 && cron.daysOfWeek.size === 7);

/** Whether the schedule fires at all on the UTC day of this moment. */
export const firesOn = (cron: Cron, moment: Date): boolean =>
  fires(cron, moment.getUTCMonth() + 1, moment.getUTCDate(), moment.getUTCDay());

function fires(cron: Cron, month: number, day: number, weekday: number): boolean {
  if (!cron.months.has(month)) return false;
  const inMonth = cron.daysOfMonth.has(day);
  const inWeek = cron.daysOfWeek.has(weekday);
  return cron.eitherDay ? inMonth || inWeek : inMonth && inWeek;
}

interface Calendar {
  readonly months: Uint8Array;
  readonly days: Uint8Array;
  readonly weekdays: Uint8Array;
}

let built: Calendar | undefined;

/** The month, day of month and weekday of every day of the 400 years, built when first needed. */
function calendar(): Calendar {
  built ??= buildCalendar();
  return built;
}

function buildCalendar(): Calendar {
  const months = new Uint8Array(calendarDays);
  const days = new Uint8Array(calendarDays);
  const weekdays = new Uint8Array(calendarDays);
  for (let index = 0; index < calendarDays; index += 1) {
    const day = new Date(Date.UTC(firstYear, 0, 1 + index));
    months[index] = day.getUTCMonth() + 1;
    days[index] = day.getUTCDate();
    weekdays[index] = day.getUTCDay();
  }
  return { months, days, weekdays };
}
