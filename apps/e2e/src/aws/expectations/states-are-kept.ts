import { deepEqual } from 'node:assert/strict';

import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { stateBucket } from '@resilience/config/names';

import { renderedStacks } from '../../rendered-stacks.ts';
import { regionsOf } from '../buckets.ts';
import type { Expectation } from '../expectation.ts';

export const statesAreKept: Expectation = {
  what: 'the state of every stack is in its bucket, that of bootstrap too, and no lock is left',
  check: async (environment, aws) => {
    const kept: string[] = [];
    for (const region of regionsOf(environment)) {
      const { bucket: Bucket } = stateBucket(environment, region);
      const { Contents = [] } = await aws(region).s3.send(new ListObjectsV2Command({ Bucket }));
      kept.push(...Contents.map(({ Key = '' }) => Key));
    }
    const stacks = renderedStacks().filter((stack) => stack.environment === environment.name);
    deepEqual(kept.toSorted(), stacks.map(({ name }) => `${name}.tfstate`).toSorted());
  },
};
