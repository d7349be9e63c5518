import type { CloudwatchMetric } from './cloudwatch-metric.ts';

const dimensions = ['SourceBucket', 'DestinationBucket', 'RuleId'] as const;

/*
 * S3 tells how far the replica is behind in the region of the replica, and what it could not copy in
 * that of the source.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html
 */

/** Told also while nothing is copied: silence is bad news, and stays NaN. */
export const replicationLatency: CloudwatchMetric = {
  namespace: 'AWS/S3',
  name: 'ReplicationLatency',
  statistics: ['Maximum'],
  dimensions,
  period: 300,
  length: 900,
  nilToZero: false,
};

export const operationsPendingReplication: CloudwatchMetric = {
  namespace: 'AWS/S3',
  name: 'OperationsPendingReplication',
  statistics: ['Average'],
  dimensions,
  period: 300,
  length: 900,
  nilToZero: false,
};

/** Told only when there is something to say; an hour, so that none is missed between two looks. */
export const operationsFailedReplication: CloudwatchMetric = {
  namespace: 'AWS/S3',
  name: 'OperationsFailedReplication',
  statistics: ['Sum'],
  dimensions,
  period: 3600,
  length: 3600,
  nilToZero: true,
};
