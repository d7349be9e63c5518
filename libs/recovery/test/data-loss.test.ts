import { firesOn } from '@resilience/config/cron-gap';
import { minutes } from '@resilience/config/duration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { worstLoss } from '../src/data-loss.ts';

const minute = 60_000;
const day = 1440;

/** Runs two years of a schedule minute by minute, and looks how much would be lost at each moment. */
function observedLoss(
  { cron }: ReturnType<typeof scheduled>,
  from: Date,
  { duration, lag }: { duration: number; lag: number },
): number {
  const starts = Array.from({ length: 2 * 366 }, (_, index) => index).flatMap((index) =>
    firesOn(cron, new Date(from.getTime() + index * day * minute))
      ? cron.minutesOfDay.map((of) => index * day + of)
      : [],
  );
  let worst = 0;
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1];
    // Just before the next one is there, this one is the newest.
    if (next !== undefined) worst = Math.max(worst, next + duration + lag - start);
  }
  return worst;
}

const scheduled = (cron: string) => {
  const { schedules } = primaryEnvironment((declaration) => {
    const daily = declaration.schedules['daily'];
    if (daily) daily.cron = cron;
  });
  if (!schedules['daily']) throw new Error('no schedule');
  return schedules['daily'];
};

const crons = fc.constantFrom(
  '0 2 * * *',
  '*/30 * * * *',
  '30 */4 * * *',
  '0 8,20 * * *',
  '0 3 * * 0',
  '0 4 1 * *',
  '15 6 * * 1-5',
  '0 0 29 2 *',
);

test('what is observed is never more than what is proved', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(
      crons,
      fc.date({ min: new Date('2024-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
      fc.record({ duration: fc.nat(240), lag: fc.nat(60) }),
      (expression, from, times) => {
        const schedule = { ...scheduled(expression), durationBudget: minutes(times.duration) };
        const proved = worstLoss('daily', schedule, minutes(times.lag)).total.seconds / 60;
        const midnight = new Date(from.toISOString().slice(0, 10));
        expect(observedLoss(schedule, midnight, times)).toBeLessThanOrEqual(proved);
      },
    ),
    { numRuns: 60 },
  );
});
