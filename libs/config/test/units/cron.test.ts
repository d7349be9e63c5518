import { expect, test } from 'vitest';

import { CronError, parseCron } from '../../src/units/cron.ts';
import { firesOn } from '../../src/units/cron-gap.ts';

test.each([
  ['0 2 * *', 'five fields'],
  ['0 2 * * * *', 'five fields'],
  ['0  2 * * *', 'five fields'],
  ['@daily', 'five fields'],
  ['60 2 * * *', 'minute from 0 to 59 instead of "60"'],
  ['0 24 * * *', 'hour from 0 to 23 instead of "24"'],
  ['0 2 0 * *', 'day of month from 1 to 31 instead of "0"'],
  ['0 2 * 13 *', 'month from 1 to 12 instead of "13"'],
  ['0 2 * * 7', 'day of week from 0 to 6 instead of "7"'],
  ['0 2 * * funday', 'day of week from 0 to 6 instead of "funday"'],
  ['0 5-2 * * *', 'hour from 0 to 23 instead of "5-2"'],
  ['*/0 2 * * *', 'minute from 0 to 59 instead of "*/0"'],
  ['0 2 L * *', 'day of month from 1 to 31 instead of "L"'],
  ['0 2 30 2 *', 'a date that exists'],
  ['0 2 31 4,6,9,11 *', 'a date that exists'],
])('%s is refused: %s', (expression, message) => {
  expect(() => parseCron(expression)).toThrow(CronError);
  expect(() => parseCron(expression)).toThrow(message);
});

test.each([
  ['0 2 * * *', [120]],
  ['0 8,20 * * *', [480, 1200]],
  ['30 */6 * * *', [30, 390, 750, 1110]],
  ['5/20 1 * * *', [65, 85, 105]],
  ['0-10/5 0 * * *', [0, 5, 10]],
])('%s fires at the minutes %j of the day', (expression, minutes) => {
  expect(parseCron(expression).minutesOfDay).toEqual(minutes);
});

const firstOfJune = new Date('2026-06-01T00:00:00Z');
const secondOfJune = new Date('2026-06-02T00:00:00Z');

test.each([
  ['0 0 1 * *', true, false],
  ['0 0 * * mon', true, false],
  ['0 0 * * 2', false, true],
  ['0 0 * JAN-MAR *', false, false],
  ['0 0 1 * tue', true, true],
  ['0 0 1 * *', true, false],
  ['0 0 1 * */1', true, false],
  ['0 0 1 * */2', true, true],
])('%s fires on Monday the 1st: %s, on Tuesday the 2nd: %s', (expression, monday, tuesday) => {
  const cron = parseCron(expression);
  expect([firesOn(cron, firstOfJune), firesOn(cron, secondOfJune)]).toEqual([monday, tuesday]);
});
