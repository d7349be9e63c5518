import { costedBuckets, storageTypes } from '../costed-buckets.ts';
import { recordFamily } from '../record.ts';

export const bucketBytes = recordFamily({
  name: 'bucket-bytes',
  about: 'How much is in each bucket of backups, by storage class.',
  rules: (environment) =>
    costedBuckets(environment).flatMap(({ bucket }) =>
      Object.entries(storageTypes).map(([storage_class, type]) => ({
        record: 'resilience:bucket_bytes',
        expr: `max(aws_s3_bucket_size_bytes_average{dimension_BucketName="${bucket}",dimension_StorageType="${type}"})`,
        labels: { bucket, storage_class },
      })),
    ),
});
