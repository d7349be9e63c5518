import type { CloudwatchMetric } from './cloudwatch-metric.ts';

const day = 86_400;

/** Told once a day, some time after it. A class that holds nothing is not told of. */
export const bucketSize: CloudwatchMetric = {
  namespace: 'AWS/S3',
  name: 'BucketSizeBytes',
  statistics: ['Average'],
  dimensions: ['BucketName', 'StorageType'],
  period: day,
  length: 2 * day,
  nilToZero: true,
};
