import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { bucketName } from '../../detect/buckets.ts';
import { referred } from '../../detect/references.ts';
import { regionOf } from '../../detect/regions.ts';
import { rule, violation } from '../../rule.ts';

export const replicaKeyInItsRegion = rule({
  id: 'encryption/replica-key-in-its-region',
  severity: 'error',
  why: 'S3 accepts a key of the wrong region silently, and every replication then fails.',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html',
  declaredAt: 'storage.replication',
  appliesTo: kind('aws_s3_bucket_replication_configuration'),
  shape: z.looseObject({
    rule: z.array(
      z.looseObject({
        destination: z.looseObject({
          bucket: z.string(),
          encryption_configuration: z.looseObject({ replica_kms_key_id: z.string() }).optional(),
        }),
      }),
    ),
  }),
  check: ({ rule: rules }, { object, rendered }) =>
    rules.flatMap(({ destination }, index) => {
      const key = destination.encryption_configuration?.replica_kms_key_id;
      const found = referred(rendered, object, key);
      const bucket = rendered
        .of('aws_s3_bucket')
        .find((one) => destination.bucket.endsWith(`:${bucketName(rendered, one)}`));
      if (found && bucket && regionOf(rendered, found) === regionOf(rendered, bucket)) return [];
      return [
        violation('names no key in the region of its destination', {
          at: ['rule', index, 'destination', 'encryption_configuration'],
          expected: `a key in the region of ${destination.bucket}`,
          received: key,
        }),
      ];
    }),
});
