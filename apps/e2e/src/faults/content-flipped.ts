import { throws } from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';

import { endOfRestore, forget, sampleRestore } from './sample.ts';
import { alter, flipped, put } from './bucket.ts';
import type { Fault } from './fault.ts';

export const contentFlipped: Fault = {
  name: 'content-flipped',
  what: 'bits in the middle of the content of a backup are turned over',
  remedy: 'test the object with gzip before it is restored, as Velero does not read its checksum',
  run: async (stage) => {
    const { cluster, safe } = stage;
    const key = `backups/${safe}/${safe}.tar.gz`;
    const whole = await alter(stage, key, flipped);
    try {
      throws(() => gunzipSync(flipped(whole)));
      await forget(cluster);
      const restore = sampleRestore('content-flipped', safe);
      await cluster.client.apply(restore);
      return `a restore can be ${await endOfRestore(cluster, restore)}, with an object altered`;
    } finally {
      await put(stage, key, whole);
    }
  },
};
