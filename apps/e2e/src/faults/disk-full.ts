import { equal } from 'node:assert/strict';

import { disksOf } from '../platform/machine.ts';
import type { Fault } from './fault.ts';
import { backUpFiles, forgetFiles, restoreFiles } from './files.ts';
import { assertTold } from './told.ts';

export const diskFull: Fault = {
  name: 'disk-full',
  what: 'no space is left where files are restored to',
  needsNode: true,
  breaksCluster: true,
  run: async ({ cluster, machine }) => {
    const pool = disksOf(machine);
    equal(await backUpFiles(cluster, 'disk-full'), 'Completed');
    // What goes later would give space back.
    await forgetFiles(cluster);
    await pool.fill();
    try {
      return assertTold('a restore', await restoreFiles(cluster, 'of-disk-full', 'disk-full'));
    } finally {
      await pool.empty();
    }
  },
};
