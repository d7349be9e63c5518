import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { alert, type Alert, type Condition } from '../alert.ts';
import { type Metric, sourceOf } from '../metrics.ts';

/** An exporter that is replaced is away for a few scrapes. */
const replaced = minutes(15);

/** Whose absence has an alert of its own. */
const watched = new Set(['velero', 'node-agent']);

/** @param alerts all others, each of which would be silent without its metrics */
export const resilienceMetricsMissing = (alerts: readonly Alert[]): Alert =>
  alert({
    name: 'ResilienceMetricsMissing',
    severity: 'critical',
    component: 'monitoring',
    needs: [],
    conditions: (environment) => {
      const needed = neededMetrics(environment, alerts);
      const jobs = new Set(needed.map((metric) => sourceOf(metric).job));
      return [
        ...[...jobs].filter((job) => !watched.has(job)).map(exporterGone),
        ...needed.flatMap((metric) => metricGone(environment, metric)),
      ];
    },
  });

function neededMetrics(environment: Environment, alerts: readonly Alert[]): Metric[] {
  const applying = alerts.filter(({ conditions }) => conditions(environment).length > 0);
  return [...new Set(applying.flatMap(({ needs }) => needs))].toSorted();
}

/** CloudWatch's exporter says NaN where it has no number. */
const present = (metric: Metric): string =>
  sourceOf(metric).job === 'resilience-cloudwatch' ? `${metric} >= 0` : metric;

const exporterGone = (job: string): Condition => ({
  expr: `(max(up{job="${job}"}) or vector(0)) == 0`,
  for: replaced,
  labels: { metric: 'up', job },
  summary: `The exporter ${job} is gone`,
  description: `${job} does not answer: alerts that are computed from its metrics are silent.`,
});

/** Of an exporter that is gone altogether, every metric is missing: that is one alert. */
function metricGone(environment: Environment, metric: Metric): Condition[] {
  const { job, expectedOnce } = sourceOf(metric);
  const expected = expectedOnce?.(environment);
  if (expectedOnce && expected === undefined) return [];
  const conditions = [
    `absent(${present(metric)})`,
    `max(up{job="${job}"}) == 1`,
    ...(expected === undefined ? [] : [expected]),
  ];
  return [
    {
      expr: conditions.join('\nand on ()\n'),
      for: replaced,
      labels: { metric, job },
      summary: `The metric ${metric} is missing`,
      description: `${job} answers, but without ${metric}: alerts that are computed from it are silent.`,
    },
  ];
}
