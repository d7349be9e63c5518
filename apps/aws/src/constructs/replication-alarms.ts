import type { BucketEnvironment } from '@resilience/config/environment';
import {
  backupBucket,
  replicaBucket,
  replicaRule,
  type WithDrRegion,
} from '@resilience/config/names';
import { Construct } from 'constructs';

import type { AlarmTopic } from './alarm-topic.ts';

const hour = 3600;

type Replicated = BucketEnvironment & WithDrRegion;

/**
 * How far the replica is behind. S3 publishes these metrics in the region of the replica, and also
 * while nothing is copied: when they are missing, the replica or the rule is gone.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html
 */
export class ReplicaAlarms extends Construct {
  constructor(scope: Construct, id: string, topic: AlarmTopic, environment: Replicated) {
    super(scope, id);
    const { bucket } = replicaBucket(environment);
    const lag = maximumLag(environment);
    topic.alarm(this, 'replication-latency', {
      ...replicationMetric(environment, 'ReplicationLatency'),
      subject: bucket,
      why: 'The replica is further behind than the objectives of a region failure count on.',
      statistic: 'Maximum',
      period: 300,
      evaluationPeriods: 3,
      comparisonOperator: 'GreaterThanThreshold',
      threshold: lag,
      treatMissingData: 'breaching',
    });
    topic.alarm(this, 'replication-pending', {
      ...replicationMetric(environment, 'OperationsPendingReplication'),
      subject: bucket,
      why: 'The replica has not caught up once in the time that the longest backup may take.',
      statistic: 'Minimum',
      period: hour,
      evaluationPeriods: hoursToCatchUp(environment),
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      treatMissingData: 'breaching',
    });
  }
}

/**
 * What could not be copied at all, and will not be tried again. S3 publishes this metric in the region
 * of the source, and only when there is something to say.
 */
export class FailedReplicationAlarm extends Construct {
  constructor(scope: Construct, id: string, topic: AlarmTopic, environment: Replicated) {
    super(scope, id);
    const { bucket } = backupBucket(environment);
    topic.alarm(this, 'replication-failed', {
      ...replicationMetric(environment, 'OperationsFailedReplication'),
      subject: bucket,
      why: "Objects were not replicated, nor will they: look at the role and the replica's key, then use S3 Batch Replication.",
      statistic: 'Sum',
      period: 300,
      evaluationPeriods: 1,
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      treatMissingData: 'notBreaching',
    });
  }
}

const replicationMetric = (environment: Replicated, metricName: string) => ({
  namespace: 'AWS/S3',
  metricName,
  dimensions: {
    SourceBucket: backupBucket(environment).bucket,
    DestinationBucket: replicaBucket(environment).bucket,
    RuleId: replicaRule,
  },
});

/** Seconds. */
function maximumLag({ storage }: BucketEnvironment): number {
  if (storage.replication.to !== 'dr-region') throw new TypeError('nothing is replicated');
  return storage.replication.maximumLag.seconds;
}

/** While a backup runs, something is always pending. */
function hoursToCatchUp(environment: BucketEnvironment): number {
  const budgets = Object.values(environment.schedules).map(
    ({ durationBudget }) => durationBudget.seconds,
  );
  return Math.ceil((Math.max(0, ...budgets) + maximumLag(environment)) / hour);
}
