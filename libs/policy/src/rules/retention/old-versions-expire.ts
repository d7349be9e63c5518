import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { attached } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const oldVersionsExpire = rule({
  id: 'retention/old-versions-expire',
  severity: 'error',
  why: 'In a versioned bucket what is deleted stays and is paid for until its old versions expire.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html',
  declaredAt: 'storage.lifecycle.expireNoncurrentAfter',
  appliesTo: kind('aws_s3_bucket'),
  shape: z.looseObject({}),
  check: (_, { object, rendered }) => {
    const found = attached(rendered, object, 'aws_s3_bucket_lifecycle_configuration');
    const rules = housekeeping.safeParse(found?.value).data?.rule ?? [];
    if (rules.some((one) => one.noncurrent_version_expiration !== undefined)) return [];
    return [
      violation('keeps old versions for ever', {
        expected: 'a lifecycle rule with noncurrent_version_expiration',
        received: rules,
      }),
    ];
  },
});

const housekeeping = z.looseObject({
  rule: z.array(z.looseObject({ noncurrent_version_expiration: z.array(z.unknown()).optional() })),
});
