import { replicaRule } from '@resilience/config/names';

import { alert } from '../alert.ts';
import { replicated } from '../replication.ts';

/** Objects were not copied, and will not be tried again: backups in the replica have holes. */
export const ReplicationFailing = alert({
  name: 'ReplicationFailing',
  severity: 'critical',
  component: 'replication',
  needs: ['aws_s3_operations_failed_replication_sum'],
  conditions: (environment) =>
    replicated(environment).map(({ bucket, matchers }) => ({
      expr: `max(aws_s3_operations_failed_replication_sum{${matchers}}) > 0`,
      // The exporter adds up the last hour, so that it is seen: S3 reports a failure once.
      labels: { rule: replicaRule },
      summary: `Objects are not replicated to ${bucket}`,
      description: `S3 could not replicate {{ $value }} objects to ${bucket} within the last hour, and does not try again: backups there have holes.`,
    })),
});
