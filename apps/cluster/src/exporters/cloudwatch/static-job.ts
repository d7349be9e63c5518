import type { CloudwatchMetric } from './cloudwatch-metric.ts';

/**
 * Metrics that have the same dimensions, as the exporter's configuration has them.
 *
 * @see https://github.com/prometheus-community/yet-another-cloudwatch-exporter/blob/v0.62.1/docs/configuration.md
 */
export interface StaticJob {
  readonly name: string;
  readonly namespace: string;
  readonly regions: readonly [string];
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
  readonly metrics: readonly Omit<CloudwatchMetric, 'namespace' | 'dimensions'>[];
}

/** Where the values of a job are, and of what. */
export interface Watched {
  /** The label `name` of the series. */
  readonly name: string;
  readonly region: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** @throws for dimensions that are not those of each metric: CloudWatch would find nothing */
export function staticJob(
  { name, region, dimensions }: Watched,
  [first, ...others]: readonly [CloudwatchMetric, ...CloudwatchMetric[]],
): StaticJob {
  const metrics = [first, ...others];
  for (const metric of metrics) {
    const asked = Object.keys(dimensions).join();
    if (metric.dimensions.join() !== asked)
      throw new Error(
        `${metric.name} has the dimensions ${metric.dimensions.join()}, not ${asked}`,
      );
  }
  return {
    name,
    namespace: first.namespace,
    regions: [region],
    dimensions: Object.entries(dimensions).map(([key, value]) => ({ name: key, value })),
    metrics: metrics.map(({ namespace: _namespace, dimensions: _dimensions, ...metric }) => metric),
  };
}
