import { deepEqual } from 'node:assert/strict';

import { GetEbsEncryptionByDefaultCommand } from '@aws-sdk/client-ec2';
import { ownsBucket } from '@resilience/config/environment';

import { regionsOf } from '../buckets.ts';
import type { Expectation } from '../expectation.ts';

export const volumesAreEncrypted: Expectation = {
  what: 'new volumes are encrypted by default in every region of the environment',
  check: async (environment, aws) => {
    if (!ownsBucket(environment)) return;
    const { encrypted } = environment.storage.encryption.newVolumes;
    if (encrypted !== 'by-default') return;
    for (const region of regionsOf(environment)) {
      const answer = await aws(region).ec2.send(new GetEbsEncryptionByDefaultCommand({}));
      deepEqual(answer.EbsEncryptionByDefault, true, region);
    }
  },
};
