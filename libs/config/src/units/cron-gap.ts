import type { Cron } from './cron.ts';
import type { Duration } from './duration.ts';

const minutesPerDay = 1_440;

/** The Gregorian calendar, weekdays included, repeats after 400 years of 146,097 days. */
const calendarDays = 146_097;
const firstYear = 2000;

/**
 * The longest time that can pass between two firings, over the whole calendar: leap days, the years
 * without one (2100), and every weekday on every date are in it.
 */
export function longestGap(cron: Cron): Duration {
  const known = gaps.get(cron);
  if (known) return known;
  const gap = computeGap(cron);
  gaps.set(cron, gap);
  return gap;
}

/** The same schedule is asked about for every service and disaster. */
const gaps = new WeakMap<Cron, Duration>();

function computeGap(cron: Cron): Duration {
  const [first = 0] = cron.minutesOfDay;
  const last = cron.minutesOfDay.at(-1) ?? 0;
  const acrossDays = longestDayGap(cron) * minutesPerDay - last + first;
  const withinDay = cron.minutesOfDay.reduce(
    (longest, minute, index) =>
      Math.max(longest, minute - (cron.minutesOfDay[index - 1] ?? minute)),
    0,
  );
  return { seconds: Math.max(acrossDays, withinDay) * 60 };
}

/** Days from one day that fires to the next that does, at most. */
function longestDayGap(cron: Cron): number {
  if (firesDaily(cron)) return 1;
  const { months, days, weekdays } = calendar();
  let first: number | undefined;
  let previous = 0;
  let longest = 0;
  for (let index = 0; index < calendarDays; index += 1) {
    if (!fires(cron, months[index] ?? 0, days[index] ?? 0, weekdays[index] ?? 0)) continue;
    if (first === undefined) first = index;
    else longest = Math.max(longest, index - previous);
    previous = index;
  }
  return Math.max(longest, (first ?? 0) + calendarDays - previous);
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
