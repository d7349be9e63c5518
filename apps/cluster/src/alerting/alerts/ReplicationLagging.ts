import { formatDuration, minutes } from '@resilience/config/duration';
import { replicaRule } from '@resilience/config/names';

import { alert } from '../alert.ts';
import { replicated } from '../replication.ts';

/** The replica is further behind than the objectives of a region failure count on. */
export const ReplicationLagging = alert({
  name: 'ReplicationLagging',
  severity: 'warning',
  component: 'replication',
  needs: ['aws_s3_replication_latency_maximum'],
  conditions: (environment) =>
    replicated(environment).map(({ bucket, lag, matchers }) => ({
      expr: `max(aws_s3_replication_latency_maximum{${matchers}}) > ${lag.seconds}`,
      // Three of the five minutes that S3 measures by: a single late object is caught up with.
      for: minutes(15),
      labels: { rule: replicaRule },
      summary: `The replica ${bucket} is too far behind`,
      description: `${bucket} is {{ $value | humanizeDuration }} behind, and ${formatDuration(lag)} at most are declared: recovery points after a region failure are proved with no more.`,
    })),
});
