import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { attached } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const bucketsArePrivate = rule({
  id: 'access/buckets-are-private',
  severity: 'error',
  why: 'Whoever can read a backup can read every secret and every row of the cluster.',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  declaredAt: 'apps/aws',
  appliesTo: kind('aws_s3_bucket'),
  shape: z.looseObject({}),
  check: (_, { object, rendered }) => {
    const found = attached(rendered, object, 'aws_s3_bucket_public_access_block');
    if (closed.safeParse(found?.value).success) return [];
    return [
      violation('can be opened to the public', {
        expected: 'all four blocks of public access',
        received: found?.value,
      }),
    ];
  },
});

const closed = z.looseObject({
  block_public_acls: z.literal(true),
  block_public_policy: z.literal(true),
  ignore_public_acls: z.literal(true),
  restrict_public_buckets: z.literal(true),
});
