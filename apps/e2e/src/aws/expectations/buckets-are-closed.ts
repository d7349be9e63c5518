import { deepEqual, ok } from 'node:assert/strict';

import {
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';

import { allBuckets, encryptedBuckets } from '../buckets.ts';
import type { Expectation } from '../expectation.ts';

export const bucketsAreClosed: Expectation = {
  what: 'every bucket is versioned, owned by the account, closed to the public and to old TLS',
  check: async (environment, aws) => {
    for (const { bucket: Bucket, region } of allBuckets(environment)) {
      const { s3 } = aws(region);
      const versioning = await s3.send(new GetBucketVersioningCommand({ Bucket }));
      const ownership = await s3.send(new GetBucketOwnershipControlsCommand({ Bucket }));
      const block = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
      deepEqual(versioning.Status, 'Enabled', Bucket);
      deepEqual(
        ownership.OwnershipControls?.Rules,
        [{ ObjectOwnership: 'BucketOwnerEnforced' }],
        Bucket,
      );
      deepEqual(Object.values(block.PublicAccessBlockConfiguration ?? {}), Array(4).fill(true));
    }
    for (const { bucket: Bucket, region } of encryptedBuckets(environment)) {
      const { Policy = '{}' } = await aws(region).s3.send(new GetBucketPolicyCommand({ Bucket }));
      ok(Policy.includes('aws:SecureTransport') && Policy.includes('s3:TlsVersion'), Bucket);
    }
  },
};
