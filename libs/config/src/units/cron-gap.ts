import type { Cron } from './cron.ts';
import type { Duration } from './duration.ts';

const daySeconds = 86_400;
const minutesPerDay = 1_440;

/** The Gregorian calendar, weekdays included, repeats after 400 years of 146,097 days. */
const calendarYears = 400;
const firstYear = 2000;

/**
 * The longest time that can pass between two firings, over the whole calendar: leap days, the years
 * without one (2100), and every weekday on every date are in it.
 */
export function longestGap(cron: Cron): Duration {
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
  const start = Date.UTC(firstYear, 0, 1) / (daySeconds * 1000);
  const end = Date.UTC(firstYear + calendarYears, 0, 1) / (daySeconds * 1000);
  let firstFiring: number | undefined;
  let previous = start;
  let longest = 0;
  for (let day = start; day < end; day += 1) {
    if (!firesOn(cron, new Date(day * daySeconds * 1000))) continue;
    if (firstFiring === undefined) firstFiring = day;
    else longest = Math.max(longest, day - previous);
    previous = day;
  }
  return Math.max(longest, (firstFiring ?? start) + (end - start) - previous);
}

const firesDaily = (cron: Cron): boolean =>
  cron.months.size === 12 &&
  (cron.eitherDay
    ? cron.daysOfMonth.size === 31 || cron.daysOfWeek.size === 7
    : cron.daysOfMonth.size === 31 && cron.daysOfWeek.size === 7);

/** Whether the schedule fires at all on the UTC day of this moment. */
export function firesOn(cron: Cron, moment: Date): boolean {
  if (!cron.months.has(moment.getUTCMonth() + 1)) return false;
  const inMonth = cron.daysOfMonth.has(moment.getUTCDate());
  const inWeek = cron.daysOfWeek.has(moment.getUTCDay());
  return cron.eitherDay ? inMonth || inWeek : inMonth && inWeek;
}
