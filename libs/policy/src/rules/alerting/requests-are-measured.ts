import { z } from 'zod';

import { attached, ofMountedBuckets } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const requestsAreMeasured = rule({
  id: 'alerting/requests-are-measured',
  severity: 'error',
  why: 'S3 has no 4xx and 5xx metrics of a bucket unless they are asked for: alarms on them would be silent.',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-request-metrics-bucket.html',
  declaredAt: 'apps/aws',
  appliesTo: ofMountedBuckets('aws_s3_bucket'),
  shape: z.looseObject({}),
  check: (_, { object, rendered }) =>
    attached(rendered, object, 'aws_s3_bucket_metric')
      ? []
      : [
          violation('has no request metrics', {
            expected: 'an aws_s3_bucket_metric',
            received: undefined,
          }),
        ],
});
