import type { CompleteInput } from '@resilience/config/declaration';
import { days, hours, minutes } from '@resilience/config/duration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { objective } from '@resilience/config/fixtures/objectives';
import fc from 'fast-check';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { between, chance } from '../src/simulation/chance.ts';
import { distributionOf } from '../src/simulation/distribution.ts';
import { simulate, type Simulated, type SimulationOptions } from '../src/simulation/simulate.ts';
import { walkDays } from '../src/simulation/walk-days.ts';
import { schedule } from './edits.ts';

const run = (
  options: Partial<SimulationOptions> = {},
  edit?: (declaration: CompleteInput) => void,
): Simulated[] =>
  simulate(primaryEnvironment(edit), {
    years: 100,
    seed: 1,
    failingRuns: 0,
    outagesPerYear: 0,
    ...options,
  });

const of = (results: readonly Simulated[], scenario: string): Simulated => {
  const found = results.find(({ proof }) => proof.scenario === scenario);
  if (!found) throw new Error(`no ${scenario}`);
  return found;
};

test('the days are those of the calendar', () => {
  const seen: [number, string, number][] = [];
  const count = walkDays(400, ({ index, dayOfMonth, month, weekday }) => {
    if (dayOfMonth === 29 && month === 2) seen.push([index, `${month}-${dayOfMonth}`, weekday]);
  });
  expect(count).toBe(146_097);
  expect(seen).toHaveLength(97);
  for (const [index, date, weekday] of some(seen)) {
    const day = new Date(Date.UTC(2000, 0, 1 + index));
    expect([`${day.getUTCMonth() + 1}-${day.getUTCDate()}`, day.getUTCDay()]).toEqual([
      date,
      weekday,
    ]);
  }
});

test('what is drawn lies between half of what is expected and the worst, and repeats with its seed', () => {
  const random = chance(7);
  const drawn = Array.from({ length: 2000 }, () => between(random, { expected: 10, worst: 40 }));
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(5);
  expect(Math.max(...drawn)).toBeLessThanOrEqual(40);
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  // Of a triangle with the corners 5, 10 and 40.
  expect(mean).toBeCloseTo(55 / 3, 0);
  expect(between(random, { expected: 0, worst: 0 })).toBe(0);
  expect([chance(3).share(), chance(4).share()]).not.toEqual([
    chance(3).share(),
    chance(3).share(),
  ]);
});

test('a distribution is what so many of a hundred stay within', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(distributionOf(hundred)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 });
  expect(distributionOf([])).toEqual({ p50: 0, p95: 0, p99: 0, max: 0 });
});

test('the same seed has the same years', () => {
  expect(run({ years: 20 })).toEqual(run({ years: 20 }));
  expect(run({ years: 20, seed: 2 })).not.toEqual(run({ years: 20 }));
});

test('a century comes near what is proved, and no further', () => {
  const results = run();
  expect(results).toHaveLength(9);
  for (const { proof, loss, time, lost, beyondRpo, beyondRto } of some(results)) {
    expect(loss.max).toBeLessThanOrEqual(proof.rpo.worst?.seconds ?? 0);
    expect(time.max).toBeLessThanOrEqual(proof.rto.worst?.seconds ?? 0);
    expect([lost, beyondRpo, beyondRto]).toEqual([0, 0, 0]);
  }
  // 80 minutes at worst, and 65 where nothing is ever late: most are around half an hour.
  const { loss } = of(results, 'volume-corruption');
  expect(loss.max).toBeGreaterThan(70 * 60);
  expect(loss.p50).toBeGreaterThan(25 * 60);
  expect(loss.p50).toBeLessThan(55 * 60);
});

const crons = fc.constantFrom(
  '0 2 * * *',
  '*/30 * * * *',
  '30 */4 * * *',
  '0 3 * * 0',
  '0 4 1 * *',
  '15 6 * * 1-5',
  '0 0 13 * 5',
);

test('whatever the schedules, no more is lost than is proved', () => {
  expect.hasAssertions();
  const times = fc.record({
    daily: fc.nat(600),
    hourly: fc.nat(600),
    lag: fc.integer({ min: 1, max: 600 }),
  });
  fc.assert(
    fc.property(crons, crons, times, fc.nat(), (first, second, { daily, hourly, lag }, seed) => {
      const results = run({ years: 12, seed }, (declaration) => {
        const { storage } = declaration;
        Object.assign(schedule(declaration, 'daily'), {
          cron: first,
          durationBudget: minutes(daily + 1),
          retention: days(365),
        });
        Object.assign(schedule(declaration, 'hourly'), {
          cron: second,
          durationBudget: minutes(hourly + 1),
          retention: days(365),
        });
        if (storage.kind === 'bucket' && storage.replication.to === 'dr-region') {
          storage.replication.maximumLag = minutes(lag);
        }
      });
      for (const { proof, loss, lost } of some(results)) {
        expect(loss.max).toBeLessThanOrEqual(proof.rpo.worst?.seconds ?? 0);
        expect(lost).toBe(0);
      }
    }),
    { numRuns: 20 },
  );
});

test('runs that fail cost a gap each', () => {
  const worst = (options: Partial<SimulationOptions>): number =>
    of(run(options), 'volume-corruption').loss.max;
  expect(worst({ failingRuns: 20 })).toBeGreaterThan(80 * 60);
  const { beyondRpo } = of(
    run({ failingRuns: 20 }, (declaration) => {
      objective(declaration, 'volume-corruption').rpo = hours(2);
    }),
    'volume-corruption',
  );
  expect(beyondRpo).toBeGreaterThan(0.01);
  expect(beyondRpo).toBeLessThan(0.5);
});

test('an outage costs up to a day more', () => {
  const { loss } = of(run({ outagesPerYear: 100, years: 20 }), 'volume-corruption');
  expect(loss.max).toBeGreaterThan(4 * 3600);
  expect(loss.max).toBeLessThan(48 * 3600);
});

test('when no run succeeds, all is lost, and breaks the objective', () => {
  const results = run({ failingRuns: 100, years: 20 });
  expect(of(results, 'key-loss')).toMatchObject({ lost: 20, beyondRpo: 1, loss: { max: 0 } });
  expect(of(results, 'pod-failure')).toMatchObject({ lost: 0, beyondRpo: 0 });
});

test('what cannot be recovered, or told, is not simulated', () => {
  const results = run({ years: 2 }, (declaration) => {
    delete declaration.recovery.decision['key-loss'];
    const { storage } = declaration;
    if (storage.kind !== 'bucket') return;
    storage.replication = { to: 'nowhere', reason: 'It is only a rehearsal.' };
  });
  expect(results.map(({ proof }) => proof.scenario)).toEqual([
    'pod-failure',
    'volume-corruption',
    'namespace-deletion',
    'cluster-corruption',
    'late-discovery',
  ]);
});
