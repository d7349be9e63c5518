import { disksOf } from '../platform/machine.ts';
import type { Fault } from './fault.ts';
import { backUpFiles } from './files.ts';
import { backupTold } from './told.ts';

export const snapshotFails: Fault = {
  name: 'snapshot-fails',
  what: 'the driver makes no snapshot of a volume',
  needsNode: true,
  breaksCluster: true,
  run: async (stage) => {
    const { cluster, machine } = stage;
    const pool = disksOf(machine);
    pool.refuseSnapshots(true);
    try {
      const edit = { defaultVolumesToFsBackup: false, csiSnapshotTimeout: '10s' };
      return backupTold(stage, await backUpFiles(cluster, 'snapshot-fails', edit));
    } finally {
      pool.refuseSnapshots(false);
    }
  },
};
