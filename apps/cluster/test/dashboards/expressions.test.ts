import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { records } from '../../src/alerting/records/index.ts';
import { metricOf } from '../../src/metrics/known-metrics.ts';
import { asked } from './promql.ts';
import { panelsOf } from './rendered.ts';

/** Each question, with what recording rules tell in the same environment. */
const questions = [primaryEnvironment(), replicaEnvironment()].flatMap((environment) => {
  const recorded = records.flatMap(({ rules }) => rules(environment)).map(({ record }) => record);
  return panelsOf(environment).flatMap(([where, { targets = [] }]) =>
    targets.map(({ expr, refId }) => [`${where} ${refId}`, expr, recorded] as const),
  );
});

/** What is declared is asked of nobody. */
const isConstant = (expr: string): boolean => expr.startsWith('label_replace(vector(');

test.each(some(questions))('%s asks for metrics that somebody tells', (_, expr, recorded) => {
  const { metrics } = asked(expr);
  expect(metrics.length > 0 || isConstant(expr)).toBe(true);
  expect(
    metrics.filter((metric) => metricOf(metric) === undefined && !recorded.includes(metric)),
  ).toEqual([]);
});

/** Alerts have the labels of what they are about, too. */
const labelsOf = (metric: string): readonly string[] => [
  ...(metricOf(metric)?.labels ?? []),
  ...(metric === 'ALERTS' ? ['namespace', 'service'] : []),
];

test.each(some(questions))('%s chooses by labels that its metrics have', (_, expr) => {
  const unknown = asked(expr).matched.filter(
    ([metric, label]) => !labelsOf(metric).includes(label),
  );
  expect(unknown).toEqual([]);
});

test('a metric that nobody tells is noticed, and what is no expression', () => {
  expect(asked('sum by (schedule) (velero_backup_last_status) > 0').metrics).toEqual([
    'velero_backup_last_status',
  ]);
  expect(metricOf('velero_backup_last_status')).toBeUndefined();
  expect(() => asked('sum by (schedule (up)')).toThrow(SyntaxError);
  expect(asked('up{job="a"} / on (job) max(x{y!=""})')).toEqual({
    metrics: ['up', 'x'],
    matched: [
      ['up', 'job'],
      ['x', 'y'],
    ],
  });
});
