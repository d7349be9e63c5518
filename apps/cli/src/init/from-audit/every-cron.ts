/** Five fields in UTC in place of `@every`, and whether they fire as often. */
export interface EveryCron {
  readonly cron: string;
  readonly isExact: boolean;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * The times of `@every`, which Velero counts from its start, as times of the clock: never further apart, as far as
 * whole minutes go.
 *
 * @param seconds between two runs
 */
export function everyCron(seconds: number): EveryCron {
  const [cron, unit, all] = fieldsOf(seconds);
  const count = seconds / unit;
  return { cron, isExact: Number.isInteger(count) && count > 0 && all % count === 0 };
}

/** An expression, its unit in seconds, and how many units begin anew. */
function fieldsOf(seconds: number): [cron: string, unit: number, all: number] {
  if (seconds < hour) return [`${stepped(seconds / minute)} * * * *`, minute, 60];
  if (seconds < day) return [`0 ${stepped(seconds / hour)} * * *`, hour, 24];
  const days = seconds / day;
  if (days === 7) return ['0 0 * * 0', day, 7];
  if (days < 31) return [`0 0 ${stepped(days)} * *`, day, 1];
  return ['0 0 1 * *', day, 1];
}

/** A step begins anew with each hour, day or month. */
function stepped(count: number): string {
  const whole = Math.floor(count);
  return whole <= 1 ? '*' : `*/${whole}`;
}
