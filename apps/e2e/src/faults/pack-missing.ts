import { equal } from 'node:assert/strict';

import { alter, keysOf, put, removeAll } from './bucket.ts';
import type { Fault } from './fault.ts';
import { backUpFiles, restoreFiles } from './files.ts';
import { assertTold } from './told.ts';

export const packMissing: Fault = {
  name: 'pack-missing',
  what: "kopia's packs of files are deleted, as a rule of the bucket would that lets them expire",
  needsNode: true,
  run: async (stage) => {
    const { cluster } = stage;
    equal(await backUpFiles(cluster, 'pack-missing'), 'Completed');
    const packs = (await keysOf(stage, 'kopia/files-of-e2e/')).filter((key) =>
      /\/p[0-9a-f]/.test(key),
    );
    const whole = new Map<string, Buffer>();
    for (const key of packs) {
      whole.set(key, await alter(stage, key, (content) => content));
      await removeAll(stage, key);
    }
    const phase = await restoreFiles(cluster, 'of-pack-missing', 'pack-missing');
    for (const [key, content] of whole) await put(stage, key, content);
    return assertTold('a restore', phase);
  },
};
