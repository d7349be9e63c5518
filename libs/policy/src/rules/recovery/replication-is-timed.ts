import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { unreadable } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const replicationIsTimed = rule({
  id: 'recovery/replication-is-timed',
  severity: 'error',
  why: 'Without Replication Time Control a copy may be hours late, and no metric says so.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html',
  declaredAt: 'storage.replication.maximumLag',
  appliesTo: kind('aws_s3_bucket_replication_configuration'),
  shape: z.looseObject({
    rule: z.array(
      z.looseObject({
        destination: z.looseObject({
          storage_class: z.string().optional(),
          replication_time: z.looseObject({ status: z.string() }).optional(),
          metrics: z.looseObject({ status: z.string() }).optional(),
        }),
      }),
    ),
  }),
  check: ({ rule: rules }) =>
    rules.flatMap(({ destination }, index) =>
      unreadable.has(destination.storage_class ?? '') ||
      (destination.replication_time?.status === 'Enabled' &&
        destination.metrics?.status === 'Enabled')
        ? []
        : [
            violation('copies without a promise of when', {
              at: ['rule', index, 'destination'],
              expected: 'replication_time and metrics Enabled',
              received: destination,
            }),
          ],
    ),
});
