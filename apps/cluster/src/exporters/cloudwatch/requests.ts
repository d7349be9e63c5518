import type { CloudwatchMetric } from './cloudwatch-metric.ts';

/** S3 counts each request as 0 or 1: the sum is how many fail in 15 minutes, the average which share. */
const errors = (name: string): CloudwatchMetric => ({
  namespace: 'AWS/S3',
  name,
  statistics: ['Sum', 'Average'],
  dimensions: ['BucketName', 'FilterId'],
  period: 900,
  length: 900,
  nilToZero: true,
});

export const clientErrors = errors('4xxErrors');

export const serverErrors = errors('5xxErrors');
