import { deepEqual } from 'node:assert/strict';

import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { GetBucketReplicationCommand } from '@aws-sdk/client-s3';
import { isArchived, isReplicated, ownsBucket } from '@resilience/config/environment';
import {
  archiveBucket,
  backupBucket,
  replicaBucket,
  replicationRole,
} from '@resilience/config/names';

import type { Expectation } from '../expectation.ts';

export const copiesAreReplicated: Expectation = {
  what: 'backups are copied where that is declared, with the keys of those regions, deletions never',
  check: async (environment, aws) => {
    if (!ownsBucket(environment)) return;
    const copies = [
      ...(isReplicated(environment)
        ? [{ ...replicaBucket(environment), storageClass: 'STANDARD_IA' }]
        : []),
      ...(isArchived(environment)
        ? [{ ...archiveBucket(environment), storageClass: 'DEEP_ARCHIVE' }]
        : []),
    ];
    if (copies.length === 0) return;
    const { bucket: Bucket, region } = backupBucket(environment);
    const { ReplicationConfiguration: replication } = await aws(region).s3.send(
      new GetBucketReplicationCommand({ Bucket }),
    );
    const expected = copies.map(async ({ arn, region: there, keyAlias, storageClass }) => {
      const { KeyMetadata } = await aws(there).kms.send(
        new DescribeKeyCommand({ KeyId: keyAlias }),
      );
      return ['Enabled', 'Disabled', arn, storageClass, KeyMetadata?.Arn];
    });
    deepEqual(replication?.Role, replicationRole(environment).arn);
    deepEqual(
      replication?.Rules?.map(({ Status, DeleteMarkerReplication, Destination }) => [
        Status,
        DeleteMarkerReplication?.Status,
        Destination?.Bucket,
        Destination?.StorageClass,
        Destination?.EncryptionConfiguration?.ReplicaKmsKeyID,
      ]),
      await Promise.all(expected),
    );
  },
};
