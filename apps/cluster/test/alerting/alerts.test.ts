import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { alerts } from '../../src/alerting/alerts/index.ts';
import { sourceOf } from '../../src/alerting/metrics.ts';
import { records } from '../../src/alerting/records/index.ts';
import { knownMetrics, metricOf } from '../../src/metrics/known-metrics.ts';
import { type Rule, rulesOf, rulesOfAlert, seriesIn } from './rendered-rules.ts';

const environments = [primaryEnvironment(), replicaEnvironment()];
const everyRule = environments.flatMap((environment) =>
  rulesOf(environment).map((rule) => ({ environment, rule })),
);
const everyAlert = everyRule.filter(({ rule }) => rule.alert !== undefined);

const filesIn = (folder: string): string[] =>
  readdirSync(join(import.meta.dirname, '../../src/alerting', folder))
    .filter((file) => file !== 'index.ts')
    .map((file) => file.replace('.ts', ''))
    .toSorted();

test.each([
  ['alerts', alerts],
  ['records', records],
])('every file of %s is rendered, under its own name', (folder, listed) => {
  expect(listed.map(({ name }) => name).toSorted()).toEqual(filesIn(folder));
});

test.each(some(everyAlert))(
  '$environment.name $rule.alert can be routed and is explained',
  (one) => {
    const { environment, rule } = one;
    expect(rule.labels).toMatchObject({
      severity: expect.stringMatching(/^(critical|warning|info|none)$/),
      environment: environment.name,
      namespace: 'velero',
      component: expect.stringMatching(
        /^(backup|storage|replication|repository|drill|cost|key|monitoring)$/,
      ),
      owner: expect.stringMatching(/./),
    });
    expect(rule.annotations).toEqual({
      summary: expect.stringMatching(/./),
      description: expect.stringMatching(/\.$/),
      runbook_url: `https://github.com/acme/resilience-layer/blob/main/docs/runbooks/${rule.alert}.md`,
    });
  },
);

test('no two rules of an environment give the same series', () => {
  for (const environment of environments) {
    const keys = rulesOf(environment).map(({ alert, record, labels }) =>
      JSON.stringify([alert, record, labels]),
    );
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('only metrics are asked for that somebody tells, or that are recorded', () => {
  for (const environment of environments) {
    const rules = rulesOf(environment);
    const recorded = new Set(rules.map(({ record }) => record));
    const unknown = rules.flatMap((rule) =>
      seriesIn(rule).filter((name) => !recorded.has(name) && metricOf(name) === undefined),
    );
    expect(unknown).toEqual([]);
  }
});

/** What a rule is computed from in the end, through all that is recorded. */
const toldSeries = (environment: Environment, rule: Rule): string[] =>
  seriesIn(rule).flatMap((series) => {
    const recorded = rulesOf(environment).filter(({ record }) => record === series);
    return recorded.length === 0
      ? [series]
      : recorded
          .filter((other) => other !== rule && other.record !== rule.record)
          .flatMap((other) => toldSeries(environment, other));
  });

/** Metrics whose absence silences nothing, and why. */
const mayBeMissing: Readonly<Record<string, string>> = {
  up: 'Its absence is what the alerts on it fire on.',
  velero_repo_maintenance_failure_total: 'Velero counts only once something has failed.',
  resilience_schedule_last_backup_timestamp_seconds: 'Says since when others must be there.',
};

/** A drill that tells nothing is overdue. */
const isOfDrills = (series: string): boolean => series.startsWith('argo_workflows_');

test('no alert falls silent unnoticed when a metric is missing', () => {
  const primary = primaryEnvironment();
  const missing = alerts.flatMap(({ name, needs }) =>
    rulesOfAlert(primary, name)
      .filter(() => name !== 'ResilienceMetricsMissing')
      .flatMap((rule) => toldSeries(primary, rule))
      .filter((series) => series in knownMetrics && !(series in mayBeMissing))
      .filter((series) => !isOfDrills(series) && !needs.some((need) => need === series))
      .map((series) => `${name} needs ${series}`),
  );
  expect([...new Set(missing)]).toEqual([]);
});

test.each(environments)(
  'what is needed is known by the job that tells it: $name',
  (environment) => {
    const needed = alerts
      .filter(({ conditions }) => conditions(environment).length > 0)
      .flatMap(({ needs }) => needs);
    for (const metric of some(needed)) {
      expect(knownMetrics[metric]?.source).toBe(sourceOf(metric).job);
    }
    const awaited = rulesOfAlert(environment, 'ResilienceMetricsMissing').map(
      ({ labels }) => labels?.['metric'],
    );
    expect(awaited).toEqual(expect.arrayContaining([...new Set(needed)]));
  },
);

test('an alert that does not apply is not there', () => {
  const [primary, standby] = environments.map(
    (environment) => new Set(rulesOf(environment).map(({ alert }) => alert)),
  );
  expect(primary?.has('ReplicaStale')).toBe(false);
  expect(standby?.has('ReplicaStale')).toBe(true);
  expect(standby?.has('BackupScheduleMissed')).toBe(false);
  expect(standby?.has('ReplicationLagging')).toBe(false);
});

test('after a failover the replica is written to here, and cannot be stale', () => {
  const failedOver = replicaEnvironment(({ storage }) => {
    Object.assign(storage, { accessMode: 'ReadWrite' });
  });
  expect(rulesOfAlert(failedOver, 'ReplicaStale')).toEqual([]);
});
