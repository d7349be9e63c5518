import { minutes } from '@resilience/config/duration';
import { gapsOf } from '@resilience/config/cron-gap';
import type { Environment } from '@resilience/config/environment';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { prove } from '@resilience/recovery/prove';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { dataAgeLimits } from '../../src/alerting/data-age-limits.ts';
import { rulesOfAlert, thresholdOf } from './rendered-rules.ts';

const hour = 3600;

const withDaily = (cron: string, budget = 60): Environment =>
  primaryEnvironment(({ schedules }) => {
    Object.assign(schedules['daily'] ?? {}, { cron, durationBudget: minutes(budget) });
  });

const ofSchedule = (environment: Environment, alert: string, schedule: string): number[] =>
  rulesOfAlert(environment, alert)
    .filter(({ labels }) => labels?.['schedule'] === schedule)
    .map(thresholdOf);

test.each([
  ['0 2 * * *', 25],
  ['0 */6 * * *', 7],
  ['0 3 * * 0', 7 * 24 + 1],
  ['0 4 1 * *', 31 * 24 + 1],
])(
  'a schedule that runs at %s is missed after %i h, the longest backup included',
  (cron, hours) => {
    expect(ofSchedule(withDaily(cron), 'BackupScheduleMissed', 'daily')).toEqual([hours * hour]);
  },
);

test.each([20, 45, 90])('a backup takes too long after the budget of %i min', (budget) => {
  const environment = withDaily('0 2 * * *', budget);
  expect(ofSchedule(environment, 'BackupDurationOverBudget', 'daily')).toEqual([budget * 60]);
});

const crons = fc.constantFrom(
  '*/10 * * * *',
  '15 * * * *',
  '30 */4 * * *',
  '0 8,20 * * *',
  '0 2 * * *',
);

test('data is too old no sooner than the worst case that is proved, whatever the schedules', () => {
  fc.assert(
    fc.property(crons, fc.integer({ min: 1, max: 120 }), (cron, budget) => {
      const environment = primaryEnvironment(({ schedules }) => {
        Object.assign(schedules['hourly'] ?? {}, { cron, durationBudget: minutes(budget) });
      });
      const limits = dataAgeLimits(environment, 'shop');
      const tooEarly = prove(environment).filter(({ plan: [only, ...others] }) => {
        if (!only || others.length > 0) return false;
        const limit = limits.find(({ schedules }) => schedules.join() === only.schedule)?.limit;
        // From one backup's beginning to the next one's end.
        const { gap, skipped, duration } = only.loss;
        return (limit?.seconds ?? 0) < gap.seconds + skipped.seconds + duration.seconds;
      });
      expect(tooEarly).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('data is too old as soon as an objective would be missed in the other region', () => {
  const limits = dataAgeLimits(primaryEnvironment(), 'shop');
  const strictest = Math.min(...limits.map(({ limit }) => limit.seconds));
  expect(strictest).toBe(24 * hour - minutes(15).seconds);
});

test('a replica is stale after the gap, the backup, its way and a look at the bucket', () => {
  const { backups } = replicaEnvironment();
  const hourly = backups.source.schedules['hourly'];
  if (!hourly) throw new Error('no hourly schedule');
  const expected =
    gapsOf(hourly.cron).longest.seconds + hourly.durationBudget.seconds + minutes(15).seconds + 60;
  expect(ofSchedule(replicaEnvironment(), 'ReplicaStale', 'hourly')).toEqual([expected]);
});

test('a drill is overdue after its gap and its budget', () => {
  const [rule] = rulesOfAlert(primaryEnvironment(), 'DrillOverdue');
  expect(rule && thresholdOf(rule)).toBe((7 * 24 + 1) * hour);
});
