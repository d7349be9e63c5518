import { deepEqual } from 'node:assert/strict';

import { GetBucketLifecycleConfigurationCommand } from '@aws-sdk/client-s3';
import { inDays } from '@resilience/config/duration';
import { isReplicated, ownsBucket } from '@resilience/config/environment';
import { backupBucket, replicaBucket } from '@resilience/config/names';

import type { Expectation } from '../expectation.ts';

export const backupsAgeAsDeclared: Expectation = {
  what: 'backups change class and expire at the declared ages, and kopia never does',
  check: async (environment, aws) => {
    if (!ownsBucket(environment)) return;
    const { lifecycle } = environment.storage;
    const buckets = [
      backupBucket(environment),
      ...(isReplicated(environment) ? [replicaBucket(environment)] : []),
    ];
    for (const { bucket: Bucket, region } of buckets) {
      const command = new GetBucketLifecycleConfigurationCommand({ Bucket });
      const { Rules = [] } = await aws(region).s3.send(command);
      const backups = Rules.find(({ ID }) => ID === 'backups');
      deepEqual(backups?.Filter?.Prefix, 'backups/');
      deepEqual(
        backups?.Transitions?.map(({ Days, StorageClass }) => [Days, StorageClass]),
        [
          [inDays(lifecycle.infrequentAccessAfter), 'STANDARD_IA'],
          [inDays(lifecycle.glacierInstantRetrievalAfter), 'GLACIER_IR'],
        ],
      );
      deepEqual(backups?.Expiration?.Days, inDays(lifecycle.expireAfter));
      const touching = Rules.filter(({ Filter }) => 'kopia/'.startsWith(Filter?.Prefix ?? ''));
      deepEqual(
        touching.map(({ Transitions, Expiration }) => [Transitions, Expiration?.Days]),
        [[undefined, undefined]],
      );
    }
  },
};
