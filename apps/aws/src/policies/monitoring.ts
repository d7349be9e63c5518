import { allow, type Statement } from './statement.ts';

/** What the exporter of CloudWatch calls for metrics whose dimensions it is told. */
export const monitoringStatements = (): Statement[] => [
  // CloudWatch knows no narrower resource.
  allow('ReadMetrics', ['cloudwatch:GetMetricStatistics'], ['*']),
];
