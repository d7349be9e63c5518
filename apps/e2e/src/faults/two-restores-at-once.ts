import { equal } from 'node:assert/strict';

import type { Fault } from './fault.ts';
import { assertRestored, endOfRestore, forget, sampleRestore } from './sample.ts';

export const twoRestoresAtOnce: Fault = {
  name: 'two-restores-at-once',
  what: 'two restores of one backup into one namespace are asked for at once',
  run: async ({ cluster, safe }) => {
    await forget(cluster);
    const both = ['one', 'other'].map((name) => sampleRestore(`at-once-${name}`, safe));
    await Promise.all(both.map((restore) => cluster.client.apply(restore)));
    for (const restore of both) equal(await endOfRestore(cluster, restore), 'Completed');
    await assertRestored(cluster);
    return 'they are made one after the other; everything is there once';
  },
};
