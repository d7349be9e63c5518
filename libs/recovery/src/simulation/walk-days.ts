/** One day of the simulated years. */
export interface SimulatedDay {
  /** Since the first. */
  index: number;
  dayOfMonth: number;
  /** January is 1. */
  month: number;
  /** Sunday is 0. */
  weekday: number;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Calls for each day of so many years from 2000 on. The calendar is walked by itself, beside the one that
 * the proof looks at: what both get wrong would have to be wrong twice.
 *
 * @returns the number of days
 */
export function walkDays(years: number, onDay: (day: SimulatedDay, year: number) => void): number {
  const firstOfMillennium = 6; // A Saturday.
  const day: SimulatedDay = { index: 0, dayOfMonth: 1, month: 1, weekday: firstOfMillennium };
  for (let year = 2000; year < 2000 + years; year += 1) {
    for (day.month = 1; day.month <= 12; day.month += 1) {
      const length = lengthOf(day.month, year);
      for (day.dayOfMonth = 1; day.dayOfMonth <= length; day.dayOfMonth += 1) {
        onDay(day, year - 2000);
        day.index += 1;
        day.weekday = (day.weekday + 1) % 7;
      }
    }
  }
  return day.index;
}

const lengthOf = (month: number, year: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
