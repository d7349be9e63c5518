import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { attached } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const incompleteUploadsAreAborted = rule({
  id: 'retention/incomplete-uploads-are-aborted',
  severity: 'error',
  why: 'The parts of an upload that was never finished are invisible and paid for.',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html',
  declaredAt: 'storage.lifecycle.abortIncompleteUploadsAfter',
  appliesTo: kind('aws_s3_bucket'),
  shape: z.looseObject({}),
  check: (_, { object, rendered }) => {
    const found = attached(rendered, object, 'aws_s3_bucket_lifecycle_configuration');
    const rules = aborting.safeParse(found?.value).data?.rule ?? [];
    if (rules.some((one) => one.abort_incomplete_multipart_upload !== undefined)) return [];
    return [
      violation('keeps unfinished uploads for ever', {
        expected: 'a lifecycle rule with abort_incomplete_multipart_upload',
        received: rules,
      }),
    ];
  },
});

const aborting = z.looseObject({
  rule: z.array(
    z.looseObject({ abort_incomplete_multipart_upload: z.array(z.unknown()).optional() }),
  ),
});
