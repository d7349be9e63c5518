import { z } from 'zod';

import { attached, dataBuckets } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const bucketsUseKms = rule({
  id: 'encryption/buckets-use-kms',
  severity: 'error',
  why: "A key of one's own decides who can read backups, and can be taken away from whoever should not.",
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  declaredAt: 'storage.encryption',
  appliesTo: dataBuckets,
  shape: z.looseObject({}),
  check: (_, { object, rendered }) => {
    const type = 'aws_s3_bucket_server_side_encryption_configuration';
    const found = attached(rendered, object, type);
    const rules = encryption.safeParse(found?.value).data?.rule ?? [];
    const complies = rules.some(
      ({ apply_server_side_encryption_by_default: { sse_algorithm, kms_master_key_id } }) =>
        sse_algorithm === 'aws:kms' && kms_master_key_id !== undefined,
    );
    if (complies) return [];
    return [
      violation('is not encrypted by default with a key of its own', {
        expected: 'aws:kms with kms_master_key_id',
        received: rules,
      }),
    ];
  },
});

const encryption = z.looseObject({
  rule: z.array(
    z.looseObject({
      apply_server_side_encryption_by_default: z.looseObject({
        sse_algorithm: z.string(),
        kms_master_key_id: z.string().optional(),
      }),
    }),
  ),
});
