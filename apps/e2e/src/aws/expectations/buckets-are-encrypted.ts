import { deepEqual } from 'node:assert/strict';

import { DescribeKeyCommand, GetKeyRotationStatusCommand } from '@aws-sdk/client-kms';
import { GetBucketEncryptionCommand } from '@aws-sdk/client-s3';

import { encryptedBuckets } from '../buckets.ts';
import type { Expectation } from '../expectation.ts';

export const bucketsAreEncrypted: Expectation = {
  what: 'every bucket of backups and evidence encrypts with the key behind its alias',
  check: async (environment, aws) => {
    for (const { bucket, region, keyAlias } of encryptedBuckets(environment)) {
      const { s3, kms } = aws(region);
      const key = await kms.send(new DescribeKeyCommand({ KeyId: keyAlias }));
      const KeyId = key.KeyMetadata?.Arn ?? '';
      const rotation = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
      const encryption = await s3.send(new GetBucketEncryptionCommand({ Bucket: bucket }));
      deepEqual(rotation.KeyRotationEnabled, true, `${keyAlias} is not rotated`);
      deepEqual(
        encryption.ServerSideEncryptionConfiguration?.Rules?.map((rule) => ({
          ...rule.ApplyServerSideEncryptionByDefault,
          bucketKey: rule.BucketKeyEnabled,
        })),
        [{ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KeyId, bucketKey: true }],
        bucket,
      );
    }
  },
};
