import { type Cron, parseCron } from '@resilience/config/cron';

/** Minutes that a zone is ahead of UTC: of its standard time, and of its summer time where it has one. */
interface Offsets {
  readonly standard: number;
  readonly summer: number;
}

const daysOfYear = 366;
const day = 86_400_000;
/** A year of which all rules are known. */
const year = Date.UTC(2024, 0, 1, 12);

/** Undefined where there is no such zone. */
export function offsetsOf(zone: string): Offsets | undefined {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    const all = Array.from({ length: daysOfYear }, (_, index) =>
      offsetIn(format, new Date(year + index * day)),
    );
    return { standard: Math.min(...all), summer: Math.max(...all) };
  } catch {
    return undefined;
  }
}

function offsetIn(format: Intl.DateTimeFormat, moment: Date): number {
  const written = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '', hours = '0', minutes = '0'] =
    /([+-])(\d{2}):(\d{2})/.exec(written ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const minutesOfDay = 1440;

/**
 * The same times in UTC.
 *
 * @param ahead minutes that the zone is ahead of UTC
 * @returns undefined where five fields cannot say them
 */
export function inUtc(cron: Cron, ahead: number): Cron | undefined {
  const shifted = cron.minutesOfDay.map((minute) => minute - ahead);
  const times = timesIn(shifted.map((minute) => (minute + 2 * minutesOfDay) % minutesOfDay));
  const days = new Set(shifted.map((minute) => Math.floor(minute / minutesOfDay)));
  if (times === undefined) return undefined;
  const dates = datesIn(cron, days);
  return dates === undefined ? undefined : parseCron(`${times} ${dates}`);
}

/** Minute and hour, where the times are every one of some minutes at every one of some hours. */
function timesIn(minutes: readonly number[]): string | undefined {
  const ofHour = new Set(minutes.map((one) => one % 60));
  const hours = new Set(minutes.map((one) => Math.floor(one / 60)));
  if (ofHour.size * hours.size !== new Set(minutes).size) return undefined;
  return `${listed(ofHour, 60)} ${listed(hours, 24)}`;
}

/** Day, month and weekday of times that are so many days earlier or later. */
function datesIn(cron: Cron, days: ReadonlySet<number>): string | undefined {
  const written = cron.expression.split(' ').slice(2);
  const [dayField = '*', month = '*', weekday = '*'] = written;
  const isDaily = [dayField, month, weekday].every((field) => field === '*');
  const [by = 0, ...others] = days;
  if (isDaily || (by === 0 && others.length === 0)) return written.join(' ');
  if (others.length > 0 || dayField !== '*' || month !== '*') return undefined;
  const moved = new Set([...cron.daysOfWeek].map((one) => (one + by + 7) % 7));
  return `* * ${listed(moved, 7)}`;
}

const listed = (values: ReadonlySet<number>, all: number): string =>
  values.size === all ? '*' : [...values].toSorted((a, b) => a - b).join(',');
