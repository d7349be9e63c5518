import { deepEqual } from 'node:assert/strict';

import { GetBucketTaggingCommand } from '@aws-sdk/client-s3';
import { environmentTag } from '@resilience/config/names';

import { allBuckets } from '../buckets.ts';
import type { Expectation } from '../expectation.ts';

export const everythingIsTagged: Expectation = {
  what: 'buckets carry the tags that costs are known by',
  check: async (environment, aws) => {
    for (const { bucket: Bucket, region } of allBuckets(environment)) {
      const { TagSet = [] } = await aws(region).s3.send(new GetBucketTaggingCommand({ Bucket }));
      const tags = Object.fromEntries(TagSet.map(({ Key, Value }) => [Key, Value]));
      deepEqual(tags['managed-by'], 'resilience-layer', Bucket);
      deepEqual(tags[environmentTag], environment.name, Bucket);
    }
  },
};
