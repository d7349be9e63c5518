import { wholeBucket } from '@resilience/config/names';
import { Construct } from 'constructs';

import type { AlarmTopic } from './alarm-topic.ts';
import type { BackupBucket } from './backup-bucket.ts';

/** Requests that fail: Velero cannot reach the bucket, may not, or S3 itself is ill. */
export class BucketAlarms extends Construct {
  constructor(scope: Construct, id: string, topic: AlarmTopic, bucket: BackupBucket) {
    super(scope, id);
    const { bucket: name } = bucket.storage.names;
    bucket.measureRequests();
    topic.alarm(this, 'client-errors', {
      subject: name,
      why: 'Half of all requests are refused: look at roles, key and bucket policy.',
      ...shareOf('4xxErrors', name, 0.5),
    });
    topic.alarm(this, 'server-errors', {
      subject: name,
      why: 'S3 fails one in twenty requests: look at the AWS Health Dashboard.',
      ...shareOf('5xxErrors', name, 0.05),
    });
  }
}

/**
 * A share and not a count: Velero and kopia ask for objects that need not be there, so that a healthy
 * bucket answers some requests with 404. S3 reports each request as 0 or 1, whose average is the share.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html
 */
const shareOf = (metricName: string, bucket: string, threshold: number) => ({
  namespace: 'AWS/S3',
  metricName,
  dimensions: { BucketName: bucket, FilterId: wholeBucket },
  statistic: 'Average',
  period: 300,
  evaluationPeriods: 3,
  comparisonOperator: 'GreaterThanOrEqualToThreshold',
  threshold,
  // Without requests there are no errors; that backups are missing is seen elsewhere.
  treatMissingData: 'notBreaching',
});
