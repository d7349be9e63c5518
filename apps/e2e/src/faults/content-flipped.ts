import { throws } from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';

import { endOfRestore, forget, sampleRestore } from './sample.ts';
import { alter, flipped, put } from './bucket.ts';
import type { Fault } from './fault.ts';

export const contentFlipped: Fault = {
  name: 'content-flipped',
  what: 'bits in the middle of the content of a backup are turned over',
  remedy: "the runbooks' step choose-backup reads it to its end, and takes an older one",
  run: async (stage) => {
    const { cluster, safe } = stage;
    const key = `backups/${safe}/${safe}.tar.gz`;
    const whole = await alter(stage, key, flipped);
    try {
      throws(() => gunzipSync(flipped(whole)));
      await forget(cluster);
      const restore = sampleRestore('content-flipped', safe);
      await cluster.client.apply(restore);
      const phase = await endOfRestore(cluster, restore);
      // It depends on the bits whether what they are of can still be unpacked.
      return phase === 'Completed'
        ? 'a restore is Completed, with an object altered'
        : `a restore is ${phase} now, and Completed with an object altered in other runs`;
    } finally {
      await put(stage, key, whole);
    }
  },
};
