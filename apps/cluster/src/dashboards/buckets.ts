import { lines } from './panels/lines.ts';
import type { Unplaced } from './panels/panel.ts';

/** What is stored, and how cold. */
export const bytesByClass = (): Unplaced =>
  lines(
    {
      title: 'Stored bytes by storage class',
      description:
        'What S3 bills for, by bucket and storage class; S3 counts once a day. Growth in STANDARD that never cools means that lifecycle rules do not match.',
      noData: 'S3 has not reported yet',
      width: 12,
    },
    {
      unit: 'bytes',
      queries: [
        {
          expr: 'sum by (bucket, storage_class) (resilience:bucket_bytes)',
          legend: '{{bucket}} {{storage_class}}',
        },
      ],
      draw: 'stacked-areas',
    },
  );

/** Requests that S3 refused or failed. */
export const failedRequests = (): Unplaced =>
  lines(
    {
      title: 'Failed requests to S3',
      description:
        'Refused (4xx) and failed (5xx) requests of each period. A few 404 are normal; many 403 mean that a role or a key was changed.',
      noData: 'S3 has not reported yet',
      width: 12,
    },
    {
      unit: 'short',
      queries: [
        {
          expr: 'sum by (dimension_BucketName) (aws_s3_4xx_errors_sum)',
          legend: '{{dimension_BucketName}} 4xx',
        },
        {
          expr: 'sum by (dimension_BucketName) (aws_s3_5xx_errors_sum)',
          legend: '{{dimension_BucketName}} 5xx',
        },
      ],
      draw: 'stacked-bars',
    },
  );
