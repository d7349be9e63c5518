import { Cron as Croner } from 'croner';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseCron } from '../../src/units/cron.ts';
import { firingDays, gapsOf, periodOf } from '../../src/units/cron-gap.ts';
import { days, formatDuration, hours, minutes } from '../../src/units/duration.ts';

test.each([
  ['*/15 * * * *', minutes(15)],
  ['7 * * * *', hours(1)],
  ['0 2 * * *', hours(24)],
  ['0 8,20 * * *', hours(12)],
  ['0 1,5,9 * * *', hours(16)],
  ['0 3 * * 0', days(7)],
  ['0 9 * * 1-5', days(3)],
  ['0 4 1 * *', days(31)],
  ['0 4 31 * *', days(61)],
  // No 29th of February in 2100.
  ['0 0 29 2 *', days(8 * 365 + 1)],
  ['0 0 1 1 *', days(366)],
  ['0 0 13 * fri', days(7)],
])('%s leaves at most %o', (expression, gap) => {
  expect(formatDuration(gapsOf(parseCron(expression)).longest)).toBe(formatDuration(gap));
});

test.each([
  ['0 2 * * *', days(1), hours(12)],
  // Between 1 and 5, 5 and 9, and 9 and 1: 4, 4 and 16 hours.
  ['0 1,5,9 * * *', hours(4), hours(6)],
  ['0 3 * * 0', days(7), hours(84)],
])('%s leaves at least %o, and on average the last is %o ago', (expression, shortest, meanAge) => {
  expect(gapsOf(parseCron(expression))).toMatchObject({ shortest, meanAge });
});

test.each([
  ['30 */4 * * *', 1],
  ['0 3 1-31 * 0', 1],
  ['0 3 * * 0', 7],
  ['0 3 * 1-12 1-5', 7],
  ['0 4 1 * *', 146_097],
  ['0 4 1 * 5', 146_097],
  ['0 3 * 6 0', 146_097],
])('%s repeats after %i days', (expression, period) => {
  const cron = parseCron(expression);
  expect(periodOf(cron)).toBe(period);
  const firing = new Set(firingDays(cron));
  const shifted = [...firing].filter((day) => day + period < 146_097);
  expect(shifted.every((day) => firing.has(day + period))).toBe(true);
});

const field = (low: number, high: number) =>
  fc.oneof(
    fc.constant('*'),
    fc.uniqueArray(fc.integer({ min: low, max: high }), { minLength: 1, maxLength: 4 }).map(String),
    fc.integer({ min: 2, max: 6 }).map((step) => `*/${step}`),
  );

/**
 * Expressions at any or one minute of the hour. Croner is an independent reading of cron, with a
 * dialect of its own where both day fields are given.
 */
const expressions = (minuteField: fc.Arbitrary<string>) =>
  fc
    .tuple(minuteField, field(0, 23), field(1, 28), field(1, 12), field(0, 6), fc.boolean())
    .map(([minute, hour, day, month, weekday, byDate]) =>
      [minute, hour, byDate ? day : '*', month, byDate ? '*' : weekday].join(' '),
    );

test('no two firings are further apart, wherever one looks', () => {
  const moments = fc.date({
    min: new Date('2024-01-01Z'),
    max: new Date('2103-01-01Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(expressions(field(0, 59)), moments, (expression, moment) => {
      const [first, second] = new Croner(expression, { timezone: 'UTC' }).nextRuns(2, moment);
      const apart = ((second?.getTime() ?? 0) - (first?.getTime() ?? 0)) / 1000;
      expect(apart).toBeGreaterThan(0);
      expect(apart).toBeLessThanOrEqual(gapsOf(parseCron(expression)).longest.seconds);
      expect(apart).toBeGreaterThanOrEqual(gapsOf(parseCron(expression)).shortest.seconds);
    }),
    { numRuns: 300 },
  );
});

test('somewhere two firings are that far apart', () => {
  const everyMonth = expressions(fc.integer({ min: 0, max: 59 }).map(String)).filter((expression) =>
    /^\S+ \S+ \S+ \* /.test(expression),
  );
  fc.assert(
    fc.property(everyMonth, (expression) => {
      const gap = gapsOf(parseCron(expression)).longest.seconds;
      const croner = new Croner(expression, { timezone: 'UTC' });
      let previous = croner.nextRun(new Date('2024-01-01Z'));
      let longest = 0;
      for (let run = 0; previous && longest < gap && run < 10_000; run += 1) {
        const next = croner.nextRun(previous);
        longest = Math.max(longest, ((next?.getTime() ?? 0) - previous.getTime()) / 1000);
        previous = next;
      }
      expect(longest).toBe(gap);
    }),
    { numRuns: 50 },
  );
});
