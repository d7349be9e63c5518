import { days, minutes } from '@resilience/config/duration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { Runs } from '../src/simulation/runs.ts';
import { schedule } from './edits.ts';

const day = 1440;

/** Runs whose chances are these, in turn: how much of its budget a backup takes, and whether it fails. */
function runsOf(cron: string, budget: number, shares: readonly number[]): Runs {
  const { schedules } = primaryEnvironment((declaration) =>
    Object.assign(schedule(declaration, 'daily'), {
      cron,
      durationBudget: minutes(budget),
      retention: days(2),
    }),
  );
  if (!schedules['daily']) throw new Error('no schedule');
  const left = [...shares];
  return new Runs(schedules['daily'], { share: () => left.shift() ?? 0.5 });
}

/** The first days of a month that begins on a Monday, in a month other than March. */
const on = (index: number, changes: object = {}) => ({
  index,
  dayOfMonth: index + 1,
  month: 1,
  weekday: (index + 1) % 7,
  ...changes,
});
const never = (): boolean => false;

test.each([
  [0.5, 0, 150],
  [0.9, 0, 174],
  [0.91, 0, 180],
  [0.5, 10, 160],
])(
  'a backup that takes %d of an hour, and is %i minutes late, is there at %i',
  (share, lag, at) => {
    const runs = runsOf('0 2 * * *', 60, [share]);
    runs.pass(on(0), 0, never);
    expect([runs.newest(at - 1, at, lag), runs.newest(at, at, lag)]).toEqual([undefined, 120]);
  },
);

test.each([
  ['0 2 * 3 *', {}, false],
  ['0 2 * 3 *', { month: 3 }, true],
  ['0 2 13 * *', {}, false],
  ['0 2 13 * *', { dayOfMonth: 13 }, true],
  ['0 2 * * 5', {}, false],
  ['0 2 * * 5', { weekday: 5 }, true],
  // Given both, either will do.
  ['0 2 13 * 5', {}, false],
  ['0 2 13 * 5', { dayOfMonth: 13 }, true],
  ['0 2 13 * 5', { weekday: 5 }, true],
  ['0 2 13 3 5', { dayOfMonth: 13 }, false],
])('%s on a day of %o fires: %s', (cron, changes, fires) => {
  const runs = runsOf(cron, 60, []);
  runs.pass(on(0, changes), 0, never);
  expect(runs.newest(day, day, 0)).toBe(fires ? 120 : undefined);
});

test.each([
  [45, [0, 60]],
  // What ends when the next begins is out of its way.
  [30, [0, 30, 60]],
])('a firing passes while the backup before it takes its %i minutes', (budget, begun) => {
  const runs = runsOf('0,30 0,1 * * *', budget, [0.95, 0.5, 0.95, 0.5, 0.95, 0.5]);
  runs.pass(on(0), 0, never);
  const seen = new Set(
    [46, 76, 90, 105].flatMap((at) => runs.newest(at, at, 0) ?? []).filter((start) => start < 90),
  );
  expect([...seen]).toEqual(begun);
});

test.each([
  [0.09, undefined],
  [0.1, 120],
])('of ten failing in a hundred, one at %d is there: %s', (chance, start) => {
  const runs = runsOf('0 2 * * *', 60, [0.5, chance]);
  runs.pass(on(0), 10, never);
  expect(runs.newest(day, day, 0)).toBe(start);
});

test('what fires while nothing runs is not made', () => {
  const runs = runsOf('0 2,4 * * *', 60, []);
  runs.pass(on(0), 0, (minute) => minute >= 240);
  expect(runs.newest(day, day, 0)).toBe(120);
});

test('a backup is there until its retention is over, and an older one does not help then', () => {
  const runs = runsOf('0 2 * * *', 60, []);
  for (const index of [0, 1]) runs.pass(on(index), 0, never);
  // Of what had arrived on the first day, the backup of that day was the newest.
  expect(runs.newest(day, 120 + 2 * day, 0)).toBe(120);
  expect(runs.newest(day, 121 + 2 * day, 0)).toBeUndefined();
});

test('what nobody asks for any more is forgotten, but never the newest', () => {
  const runs = runsOf('0 2 * * *', 60, []);
  for (const index of [0, 1, 2]) runs.pass(on(index), 0, never);
  runs.forget(120);
  expect(runs.newest(day, day, 0)).toBe(120);
  runs.forget(121);
  expect(runs.newest(day, day, 0)).toBeUndefined();
  expect(runs.newest(2 * day, 2 * day, 0)).toBe(120 + day);
  runs.forget(9 * day);
  expect(runs.newest(2 * day, 2 * day, 0)).toBeUndefined();
  expect(runs.newest(3 * day, 3 * day, 0)).toBe(120 + 2 * day);
});
