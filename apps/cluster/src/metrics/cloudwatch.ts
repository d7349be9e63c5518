import { cloudwatchMetrics as watched } from '../exporters/cloudwatch/index.ts';
import { seriesNames } from '../exporters/cloudwatch/cloudwatch-metric.ts';
import type { Metrics } from './metric.ts';

/** Of every series that the exporter makes; `name` is that of the job in its configuration. */
const context = ['name', 'region', 'account_id'] as const;

/** What is known from CloudWatch, as the exporter is told to ask. */
export const cloudwatchMetrics: Metrics = Object.fromEntries(
  watched.flatMap((metric) =>
    seriesNames(metric).map((series) => [
      series,
      {
        source: 'resilience-cloudwatch',
        type: 'gauge',
        labels: [...context, ...metric.dimensions.map((name) => `dimension_${name}`)],
      },
    ]),
  ),
);
