import { deepEqual } from 'node:assert/strict';

import { GetObjectLockConfigurationCommand } from '@aws-sdk/client-s3';
import { inDays } from '@resilience/config/duration';
import { evidenceBucket } from '@resilience/config/names';

import type { Expectation } from '../expectation.ts';

export const evidenceIsLocked: Expectation = {
  what: 'evidence can be neither changed nor deleted for the declared time',
  check: async (environment, aws) => {
    const { bucket: Bucket, region } = evidenceBucket(environment);
    const { objectLock, retention } = environment.evidence;
    const { ObjectLockConfiguration } = await aws(region).s3.send(
      new GetObjectLockConfigurationCommand({ Bucket }),
    );
    deepEqual(ObjectLockConfiguration?.ObjectLockEnabled, 'Enabled');
    deepEqual(ObjectLockConfiguration?.Rule?.DefaultRetention?.Mode, objectLock.toUpperCase());
    deepEqual(ObjectLockConfiguration?.Rule?.DefaultRetention?.Days, inDays(retention));
  },
};
