import { equal } from 'node:assert/strict';

import type { Fault } from './fault.ts';
import { backUpSample, restoreSample } from './sample.ts';

export const s3Slow: Fault = {
  name: 's3-slow',
  what: 'S3 takes two seconds for each answer',
  run: async ({ cluster, machine: { proxy } }) => {
    proxy.break({ kind: 'slow', milliseconds: 2_000 });
    const phase = await backUpSample(cluster, 's3-slow');
    proxy.heal();
    equal(phase, 'Completed');
    equal(await restoreSample(cluster, 'of-s3-slow', 's3-slow'), 'Completed');
    return 'the backup takes longer: it is Completed, and everything in it restores';
  },
};
