import type { Fault } from './fault.ts';
import { backUpFiles } from './files.ts';
import { assertTold } from './told.ts';

export const snapshotFails: Fault = {
  name: 'snapshot-fails',
  what: 'the driver makes no snapshot of a volume',
  needsNode: true,
  run: async ({ cluster, machine: { pool } }) => {
    pool?.refuseSnapshots(true);
    try {
      const edit = { defaultVolumesToFsBackup: false, csiSnapshotTimeout: '10s' };
      return assertTold('the backup', await backUpFiles(cluster, 'snapshot-fails', edit));
    } finally {
      pool?.refuseSnapshots(false);
    }
  },
};
