/** A metric of CloudWatch's, and how the exporter asks for it. */
export interface CloudwatchMetric {
  readonly namespace: 'AWS/S3' | 'AWS/Events';
  readonly name: string;
  readonly statistics: readonly ('Average' | 'Maximum' | 'Sum')[];
  /** Names of the dimensions: CloudWatch knows a metric only by all of them. */
  readonly dimensions: readonly string[];
  /** Seconds that a value is taken over. */
  readonly period: number;
  /** Seconds to look back: the newest value in them counts, of averages their mean. */
  readonly length: number;
  /** Whether silence means 0; otherwise it is NaN, which no comparison holds for. */
  readonly nilToZero: boolean;
}

/**
 * What the exporter calls the metric, by statistic: `aws_s3_bucket_size_bytes_average`.
 *
 * @see https://github.com/prometheus-community/yet-another-cloudwatch-exporter/blob/v0.62.1/pkg/promutil/migrate.go
 */
export const seriesNames = ({ namespace, name, statistics }: CloudwatchMetric): string[] =>
  statistics.map((statistic) =>
    [namespace.replace('/', '_'), snakeCase(name), statistic].join('_').toLowerCase(),
  );

const snakeCase = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2');
