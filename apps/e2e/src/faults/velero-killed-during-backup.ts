import type { Fault } from './fault.ts';
import { sampleBackup } from './sample.ts';
import { assertTold, reaches } from './told.ts';
import { endOf } from '../velero/backups.ts';

export const veleroKilledDuringBackup: Fault = {
  name: 'velero-killed-during-backup',
  what: 'the server is killed in the middle of a backup, and started again',
  run: async ({ cluster, machine: { proxy } }) => {
    const { client } = cluster;
    const backup = sampleBackup('killed-during-backup');
    proxy.break({ kind: 'slow', milliseconds: 20_000 }, ({ method }) => method === 'PUT');
    await client.apply(backup);
    await reaches(cluster, backup, ['InProgress']);
    await cluster.killVelero();
    proxy.heal();
    await cluster.startVelero();
    return assertTold('the backup', await endOf(client, backup, 120_000));
  },
};
