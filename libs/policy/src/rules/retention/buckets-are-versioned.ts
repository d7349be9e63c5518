import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { attached } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const bucketsAreVersioned = rule({
  id: 'retention/buckets-are-versioned',
  severity: 'error',
  why: 'Without versions an overwritten or deleted backup is gone, and neither replication nor Object Lock works.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
  declaredAt: 'storage',
  appliesTo: kind('aws_s3_bucket'),
  shape: z.looseObject({}),
  check: (_, { object, rendered }) => {
    const found = attached(rendered, object, 'aws_s3_bucket_versioning');
    const status = versioning.safeParse(found?.value).data?.versioning_configuration.status;
    if (status === 'Enabled') return [];
    return [violation('is not versioned', { expected: 'versioning Enabled', received: status })];
  },
});

const versioning = z.looseObject({
  versioning_configuration: z.looseObject({ status: z.string() }),
});
