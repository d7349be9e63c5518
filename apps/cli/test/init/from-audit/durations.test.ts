import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { oneCluster } from '../organisations.ts';
import { keptBy, location, manifests, namespace, schedule } from './kept-of.ts';

const backup = (name: string, status: string): string => `
apiVersion: velero.io/v1
kind: Backup
metadata: {name: ${name}, namespace: velero, labels: {velero.io/schedule-name: daily}}
status: ${status}`;

const took = (minutes: string, phase = 'Completed'): string =>
  backup(
    `daily-${minutes}`,
    `{phase: ${phase}, startTimestamp: "2026-05-01T03:15:00Z", completionTimestamp: "2026-05-01T03:${minutes}:00Z"}`,
  );

test.each(
  some([
    [[], 3600, 'of 1 h is assumed'],
    [[took('16'), took('52'), took('20')], 45 * 60, 'took 37 min: its durationBudget is 45 min'],
    [[took('30', 'PartiallyFailed')], 15 * 60, 'its durationBudget is 15 min'],
    [[took('59', 'Failed')], 3600, 'is assumed'],
    [
      [backup('daily-a', '{phase: InProgress, startTimestamp: "2026-05-01T03:15:00Z"}')],
      3600,
      'is assumed',
    ],
  ] as const),
)('after backups %j the budget is %d s', (backups, seconds, said) => {
  const folder = manifests(
    location,
    schedule('daily', '{ttl: 960h}'),
    namespace('shop'),
    ...backups,
  );
  const { schedules, notes } = keptBy(folder, oneCluster).kept;
  expect(schedules['daily']?.durationBudget).toEqual({ seconds });
  expect(notes).toContainEqual(expect.stringContaining(said));
});
