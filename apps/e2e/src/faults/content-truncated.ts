import { alter, halved, put } from './bucket.ts';
import type { Fault } from './fault.ts';
import { restoreSample } from './sample.ts';
import { assertTold } from './told.ts';

export const contentTruncated: Fault = {
  name: 'content-truncated',
  what: 'the object that holds the content of a backup is cut in half',
  run: async (stage) => {
    const { cluster, safe } = stage;
    const key = `backups/${safe}/${safe}.tar.gz`;
    const whole = await alter(stage, key, halved);
    const phase = await restoreSample(cluster, 'content-truncated', safe).finally(() =>
      put(stage, key, whole),
    );
    return assertTold('a restore', phase);
  },
};
