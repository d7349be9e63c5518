import { firesOn, periodOf } from '@resilience/config/cron-gap';
import { hours, minutes } from '@resilience/config/duration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { expectedLoss, worstLoss } from '../src/data-loss.ts';
import { jointLoss } from '../src/joint-loss.ts';

const minute = 60_000;
const day = 1440;

const scheduled = (cron: string, durationBudget = minutes(0)) => {
  const { schedules } = primaryEnvironment((declaration) => {
    const daily = declaration.schedules['daily'];
    if (daily) daily.cron = cron;
  });
  if (!schedules['daily']) throw new Error('no schedule');
  return { ...schedules['daily'], durationBudget };
};

type Scheduled = ReturnType<typeof scheduled>;

/** Minutes at which a schedule fires in two years. */
const firings = ({ cron }: Scheduled, from: Date): number[] =>
  Array.from({ length: 2 * 366 }, (_, index) => index).flatMap((index) =>
    firesOn(cron, new Date(from.getTime() + index * day * minute))
      ? cron.minutesOfDay.map((of) => index * day + of)
      : [],
  );

/** Velero's way: a firing finds the backup before it in progress, and passes. */
function runs(starts: readonly number[], duration: number): { start: number; end: number }[] {
  const done: { start: number; end: number }[] = [];
  for (const start of starts) {
    if (start >= (done.at(-1)?.end ?? 0)) done.push({ start, end: start + duration });
  }
  return done;
}

/** Looks, right before each backup arrives, how old the newest of those that are there is. */
function observedLoss(arrivals: readonly { start: number; at: number }[]): number {
  let worst = 0;
  let newest: number | undefined;
  for (const { start, at } of arrivals.toSorted((a, b) => a.at - b.at)) {
    if (newest !== undefined) worst = Math.max(worst, at - newest);
    newest = Math.max(newest ?? start, start);
  }
  return worst;
}

const weekly = fc.constantFrom(
  '0 2 * * *',
  '30 */4 * * *',
  '0 8,20 * * *',
  '0 3 * * 0',
  '0 2 * * 1-5',
  '45 23 * * 0,6',
);
const crons = fc.constantFrom(
  '0 2 * * *',
  '30 */4 * * *',
  '0 8,20 * * *',
  '0 3 * * 0',
  '0 4 1 * *',
  '15 6 * * 1-5',
  '0 0 29 2 *',
);
const days = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((date) => new Date(date.toISOString().slice(0, 10)));
const times = fc.record({ duration: fc.nat(240), lag: fc.nat(60) });

test('what is observed is never more than what is proved, also when firings are skipped', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(crons, days, times, (expression, from, { duration, lag }) => {
      const schedule = scheduled(expression, minutes(duration));
      const proved = worstLoss(schedule, minutes(lag)).total.seconds / 60;
      const arrivals = runs(firings(schedule, from), duration).map(({ start, end }) => ({
        start,
        at: end + lag,
      }));
      expect(observedLoss(arrivals)).toBeLessThanOrEqual(proved);
    }),
    { numRuns: 30 },
  );
});

test('a backup that takes longer than until the next firing costs what it skips', () => {
  const half = scheduled('*/30 * * * *', minutes(45));
  expect(worstLoss(half, minutes(0))).toEqual({
    gap: minutes(30),
    skipped: minutes(45),
    duration: minutes(45),
    lag: minutes(0),
    total: minutes(120),
  });
  expect(worstLoss({ ...half, durationBudget: minutes(30) }, minutes(5))).toMatchObject({
    skipped: minutes(0),
    total: minutes(65),
  });
});

test('half a gap is lost on average, the backup, and the lag', () => {
  expect(expectedLoss(scheduled('0 2 * * *', hours(1)), minutes(15))).toEqual(
    minutes(12 * 60 + 75),
  );
});

const arriving = (schedule: Scheduled, delay: number) => ({
  cron: schedule.cron,
  delay: delay * 60,
});

test.each([
  ['one alone', [['0 2 * * *', 60]], 25 * 60],
  [
    'two that take turns',
    [
      ['0 2 * * *', 60],
      ['0 14 * * *', 60],
    ],
    13 * 60,
  ],
  [
    'one that arrives later than the next does helps nobody',
    [
      ['0 2 * * *', 0],
      ['0 1 * * *', 120],
    ],
    24 * 60,
  ],
  [
    'two slow ones that a quick one comes between',
    [
      ['0 2 * * *', 75],
      ['0 8,20 * * *', 12 * 60 + 15],
    ],
    19 * 60 + 15,
  ],
  [
    'a weekday and a weekend',
    [
      ['0 2 * * 1-5', 0],
      ['0 2 * * 0,6', 0],
    ],
    24 * 60,
  ],
  ['the years without a leap day between', [['0 0 29 2 *', 0]], (8 * 365 + 1) * 24 * 60],
] satisfies [string, [string, number][], number][])('%s', (_, schedules, loss) => {
  expect(jointLoss(schedules.map(([cron, delay]) => arriving(scheduled(cron), delay)))).toBe(
    loss * 60,
  );
});

test('several together are observed to lose no more than is proved, and never more than one alone', () => {
  const several = fc.array(fc.tuple(fc.oneof(weekly, crons), fc.nat(5000)), {
    minLength: 1,
    maxLength: 3,
  });
  expect.hasAssertions();
  fc.assert(
    fc.property(several, days, (chosen, from) => {
      const schedules = chosen.map(([cron, delay]) => ({ delay, schedule: scheduled(cron) }));
      const proved = jointLoss(schedules.map(({ schedule, delay }) => arriving(schedule, delay)));
      const arrivals = schedules.flatMap(({ schedule, delay }) =>
        firings(schedule, from).map((start) => ({ start, at: start + delay })),
      );
      // After the last firing that is looked at, others would have come.
      const complete = arrivals.filter(({ at }) => at <= 2 * 366 * day);
      const alone = schedules.map(({ schedule, delay }) =>
        worstLoss({ ...schedule, durationBudget: minutes(delay) }, minutes(0)),
      );
      expect(observedLoss(complete) * 60).toBeLessThanOrEqual(proved);
      // Two years see all of what repeats every week.
      const isWeekly = schedules.every(({ schedule }) => periodOf(schedule.cron) <= 7);
      expect(observedLoss(complete) * 60).toBeGreaterThanOrEqual(isWeekly ? proved : 0);
      expect(proved).toBeLessThanOrEqual(Math.min(...alone.map(({ total }) => total.seconds)));
    }),
    { numRuns: 12 },
  );
});
