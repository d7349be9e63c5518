import { z } from 'zod';

import { rule, violation } from '../../rule.ts';

export const bucketKeysAreOn = rule({
  id: 'encryption/bucket-keys-are-on',
  severity: 'warning',
  why: "Without a bucket key every object asks KMS, which costs more than the storage of kopia's small objects.",
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html',
  declaredAt: 'storage.encryption',
  appliesTo: (rendered) =>
    rendered
      .of('aws_s3_bucket_server_side_encryption_configuration')
      .filter(({ value }) => JSON.stringify(value).includes('"aws:kms"')),
  shape: z.looseObject({
    rule: z.array(z.looseObject({ bucket_key_enabled: z.boolean().default(false) })),
  }),
  check: ({ rule: rules }) =>
    rules.flatMap(({ bucket_key_enabled }, index) =>
      bucket_key_enabled
        ? []
        : [
            violation('asks KMS for every object', {
              at: ['rule', index],
              expected: 'bucket_key_enabled: true',
              received: bucket_key_enabled,
            }),
          ],
    ),
});
