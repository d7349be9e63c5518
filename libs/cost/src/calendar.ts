/** The two years that are priced, day by day, from the first of a January. */
const firstDay = Date.UTC(2027, 0, 1);
const dayLength = 86_400_000;

export const months = 24;

/** Each day of the two years: the month it is in, from 0, and how many days that has. */
export interface Day {
  readonly index: number;
  readonly month: number;
  readonly daysInMonth: number;
  readonly date: Date;
}

export const calendar: readonly Day[] = Array.from({ length: months }, (_, month) => {
  const begin = Date.UTC(2027, month, 1);
  const daysInMonth = (Date.UTC(2027, month + 1, 1) - begin) / dayLength;
  return Array.from({ length: daysInMonth }, (__, of) => ({
    index: (begin - firstDay) / dayLength + of,
    month,
    daysInMonth,
    date: new Date(begin + of * dayLength),
  }));
}).flat();

/** Something that is counted on each day, by its index. */
export type Daily = readonly number[];

export const everyDay = (count: (day: Day) => number): Daily => calendar.map(count);

export const plus = (a: Daily, b: Daily): Daily => a.map((value, day) => value + (b[day] ?? 0));

export const none: Daily = everyDay(() => 0);

export const sum = (all: readonly Daily[]): Daily => all.reduce(plus, none);

/** All until each day, that day included. */
export function accumulated(values: Daily): Daily {
  let total = 0;
  return values.map((value) => (total += value));
}

/** The sum of the last so many days, that day included. */
export function ofTheLast(days: number, values: Daily): Daily {
  const total = accumulated(values);
  return total.map((value, day) => value - (total[day - days] ?? 0));
}
