import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { unreadable, replicationRules } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const replicationIsWatched = rule({
  id: 'alerting/replication-is-watched',
  severity: 'error',
  why: 'An object that failed to replicate is never tried again.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-metrics.html',
  declaredAt: 'storage.replication',
  appliesTo: kind('aws_s3_bucket_replication_configuration'),
  shape: replicationRules,
  check: ({ rule: rules }, { rendered }) => {
    const watched = rendered
      .of('aws_cloudwatch_metric_alarm')
      .map(({ value }) => alarm.parse(value))
      .map(({ metric_name, dimensions }) => `${metric_name} ${dimensions['RuleId']}`);
    return rules
      .filter(({ destination }) => !unreadable.has(destination.storage_class ?? ''))
      .flatMap(({ id }) =>
        ['ReplicationLatency', 'OperationsFailedReplication', 'OperationsPendingReplication']
          .filter((metric) => !watched.includes(`${metric} ${id}`))
          .map((metric) =>
            violation(`nobody watches the rule ${id}`, {
              expected: `an alarm on ${metric}`,
              received: watched,
            }),
          ),
      );
  },
});

const alarm = z.looseObject({
  metric_name: z.string(),
  dimensions: z.record(z.string(), z.string()).default({}),
});
