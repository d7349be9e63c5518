import { equal } from 'node:assert/strict';

import { alter, flipped, keysOf, put } from './bucket.ts';
import type { Fault } from './fault.ts';
import { backUpFiles, restoreFiles } from './files.ts';
import { assertTold } from './told.ts';

export const packFlipped: Fault = {
  name: 'pack-flipped',
  what: "bits in the middle of each of kopia's packs of files are turned over",
  needsNode: true,
  run: async (stage) => {
    const { cluster } = stage;
    equal(await backUpFiles(cluster, 'pack-flipped'), 'Completed');
    const packs = (await keysOf(stage, 'kopia/files-of-e2e/')).filter((key) =>
      /\/p[0-9a-f]/.test(key),
    );
    const whole = new Map<string, Buffer>();
    for (const key of packs) whole.set(key, await alter(stage, key, flipped));
    const phase = await restoreFiles(cluster, 'of-pack-flipped', 'pack-flipped');
    for (const [key, content] of whole) await put(stage, key, content);
    return assertTold('a restore', phase);
  },
};
