/**
 * Cron expressions as Velero reads them: the standard five fields of robfig/cron v3, in UTC. A day
 * fires when both day fields match, or, if neither of them holds a bare `*`, when either matches.
 *
 * @see https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format
 */
export interface Cron {
  readonly expression: string;
  /** Minutes of the day (0 to 1439) at which a matching day fires, ascending. */
  readonly minutesOfDay: readonly number[];
  readonly daysOfMonth: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly daysOfWeek: ReadonlySet<number>;
  /** True when a day has to match only one of the two day fields. */
  readonly eitherDay: boolean;
}

/** An expression that Velero would refuse; the message says which part is wrong. */
export class CronError extends Error {}

/** An expression that Velero takes, and that no date fulfils. */
export class NeverFiresError extends CronError {}

interface Field {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly words?: readonly string[];
}

const minuteField: Field = { name: 'minute', low: 0, high: 59 };
const hourField: Field = { name: 'hour', low: 0, high: 23 };
const dayField: Field = { name: 'day of month', low: 1, high: 31 };
const monthField: Field = {
  name: 'month',
  low: 1,
  high: 12,
  words: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
};
const weekdayField: Field = {
  name: 'day of week',
  low: 0,
  high: 6,
  words: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
};

/** @throws {CronError} when Velero would refuse the expression; {NeverFiresError} when it can never fire */
export function parseCron(expression: string): Cron {
  const [minute, hour, day, month, weekday, ...others] = expression.split(' ');
  if (!minute || !hour || !day || !month || !weekday || others.length > 0) {
    throw new CronError('five fields separated by single spaces: minute hour day month weekday');
  }
  const minutes = parseField(minute, minuteField);
  const cron: Cron = {
    expression,
    minutesOfDay: [...parseField(hour, hourField)].flatMap((h) =>
      [...minutes].map((m) => h * 60 + m),
    ),
    daysOfMonth: parseField(day, dayField),
    months: parseField(month, monthField),
    daysOfWeek: parseField(weekday, weekdayField),
    eitherDay: !isStar(day) && !isStar(weekday),
  };
  if (firesNever(cron)) throw new NeverFiresError('a date that exists in some year');
  return cron;
}

/** A star with a step above one restricts the field, as in robfig/cron v3. */
const isStar = (text: string): boolean => text.split(',').some((part) => /^\*(\/1)?$/.test(part));

function parseField(text: string, field: Field): Set<number> {
  const values = text.split(',').flatMap((part) => parsePart(part, field));
  return new Set(values.toSorted((a, b) => a - b));
}

function parsePart(part: string, field: Field): number[] {
  const match = /^(?:(?<star>\*)|(?<from>\w+)(?:-(?<to>\w+))?)(?:\/(?<step>\d+))?$/.exec(part);
  if (!match?.groups) throw refused(part, field);
  const { star, from, to, step } = match.groups;
  const low = star ? field.low : parseValue(from, field);
  const open = star !== undefined || (to === undefined && step !== undefined);
  const high = open ? field.high : parseValue(to ?? from, field);
  const stride = step === undefined ? 1 : Number(step);
  if (high < low || stride === 0) throw refused(part, field);
  return range(low, high, stride);
}

function parseValue(text: string | undefined, field: Field): number {
  const word = field.words?.indexOf(text?.toLowerCase() ?? '') ?? -1;
  const value = word >= 0 ? word + field.low : /^\d+$/.test(text ?? '') ? Number(text) : Number.NaN;
  if (!(value >= field.low && value <= field.high)) throw refused(text ?? '', field);
  return value;
}

const refused = (part: string, { name, low, high }: Field): CronError =>
  new CronError(`${name} from ${low} to ${high} instead of "${part}"`);

const range = (low: number, high: number, stride: number): number[] =>
  Array.from({ length: Math.floor((high - low) / stride) + 1 }, (_, index) => low + index * stride);

/** Longest month lengths: the 29th of February counts. */
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function firesNever(cron: Cron): boolean {
  if (cron.eitherDay) return false;
  const first = Math.min(...cron.daysOfMonth);
  return [...cron.months].every((month) => first > (longestMonth[month - 1] ?? 0));
}
