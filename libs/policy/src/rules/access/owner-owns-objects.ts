import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { attached } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const ownerOwnsObjects = rule({
  id: 'access/owner-owns-objects',
  severity: 'error',
  why: "An object that belongs to its writer is out of reach of the bucket's policy.",
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  declaredAt: 'apps/aws',
  appliesTo: kind('aws_s3_bucket'),
  shape: z.looseObject({}),
  check: (_, { object, rendered }) => {
    const found = attached(rendered, object, 'aws_s3_bucket_ownership_controls');
    if (JSON.stringify(found?.value ?? {}).includes('"BucketOwnerEnforced"')) return [];
    return [
      violation('lets writers own objects', {
        expected: 'BucketOwnerEnforced',
        received: found?.value,
      }),
    ];
  },
});
