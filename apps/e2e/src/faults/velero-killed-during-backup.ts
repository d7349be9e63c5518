import type { Fault } from './fault.ts';
import { sampleBackup } from './sample.ts';
import { backupTold, reaches } from './told.ts';
import { alertedBy } from '../platform/watch.ts';
import { endOf } from '../velero/backups.ts';

export const veleroKilledDuringBackup: Fault = {
  name: 'velero-killed-during-backup',
  what: 'the server is killed in the middle of a backup, and started again',
  run: async (stage) => {
    const {
      cluster,
      machine: { proxy },
    } = stage;
    const { client } = cluster;
    const backup = sampleBackup('killed-during-backup');
    proxy.break({ kind: 'slow', milliseconds: 20_000 }, ({ method }) => method === 'PUT');
    await client.apply(backup);
    await reaches(cluster, backup, ['InProgress']);
    await cluster.killVelero();
    const down = await alertedBy(stage, 'VeleroDown');
    proxy.heal();
    await cluster.startVelero();
    const told = await backupTold(stage, await endOf(client, backup, 120_000));
    return `Velero is down${down}; ${told}`;
  },
};
