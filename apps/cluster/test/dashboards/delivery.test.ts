import { days, type Duration, hours } from '@resilience/config/duration';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import fc from 'fast-check';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { synthesised } from '../synthesised.ts';
import { panelsOf, rendered } from './rendered.ts';

const environments = [primaryEnvironment(), replicaEnvironment()] as const;

/** What the API server takes in a ConfigMap. */
const largest = 1024 ** 2;

test.each(some(environments.map((environment) => [environment.name, environment] as const)))(
  'the sidecar of Grafana finds four dashboards of %s',
  (_, environment) => {
    const maps = Object.values(synthesised(environment)).filter(
      ({ metadata }) => metadata.labels?.['grafana_dashboard'] === '1',
    );
    const files = maps.flatMap(({ data = {} }) => Object.entries(data));
    expect(maps.every(({ kind }) => kind === 'ConfigMap')).toBe(true);
    expect(files.map(([file]) => file).toSorted()).toEqual([
      'resilience-backups.json',
      'resilience-fleet-overview.json',
      'resilience-restores-and-drills.json',
      'resilience-storage-and-cost.json',
    ]);
    for (const [, json] of some(files)) expect(Buffer.byteLength(json)).toBeLessThan(largest / 4);
  },
);

test('a dashboard keeps its address, which Grafana takes up to 40 characters of', () => {
  const all = environments.flatMap(rendered).map(({ uid }) => uid);
  expect(new Set(all).size).toBe(all.length);
  const longest = primaryEnvironment((declaration) => {
    declaration.name = 'a'.repeat(19);
  });
  for (const { uid } of some(rendered(longest))) expect(uid).toMatch(/^[\w-]{1,40}$/);
});

test('the same declaration makes the same dashboards', () => {
  expect(rendered(primaryEnvironment())).toEqual(rendered(primaryEnvironment()));
  expect(JSON.stringify(rendered(primaryEnvironment()))).toBe(
    JSON.stringify(rendered(primaryEnvironment())),
  );
});

/** With another schedule of the name `daily`. */
const withDaily = (cron: string, durationBudget: Duration): ReturnType<typeof panelsOf> =>
  panelsOf(
    primaryEnvironment((declaration) => {
      declaration.schedules = {
        daily: {
          cron,
          durationBudget,
          retention: days(30),
          covers: 'cluster',
          volumes: 'file-level-copies',
        },
      };
    }),
  );

test('budget and quota of the declaration are where their limits are drawn', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 20 }), (usd, quota) => {
      const drawn = JSON.stringify(
        panelsOf(
          primaryEnvironment((declaration) => {
            if (declaration.storage.kind === 'bucket') declaration.storage.monthlyBudget = { usd };
            declaration.monitoring.snapshotQuota = quota;
          }),
        ),
      );
      expect(drawn).toContain(`{"value":${usd},"color":"red"}`);
      expect(drawn).toContain(`{"value":${quota},"color":"red"}`);
    }),
    { numRuns: 10 },
  );
});

test.each([
  ['0 2 * * *', hours(1), hours(25)],
  ['0 2,14 * * *', hours(1), hours(13)],
  ['0 2 * * *', hours(3), hours(27)],
])('by %s, a backup may be as old as the longest gap and the budget', (cron, budget, limit) => {
  const asked = withDaily(cron, budget).flatMap(([, { title, targets = [] }]) =>
    title === 'Schedules' ? targets.map(({ expr }) => expr) : [],
  );
  expect(asked).toEqual(expect.arrayContaining([declared(limit), declared(budget)]));
});

const declared = ({ seconds }: Duration): string =>
  `label_replace(vector(${seconds}), "schedule", "daily", "", "")`;
