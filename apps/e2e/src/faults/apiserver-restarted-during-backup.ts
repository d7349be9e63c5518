import { endOf } from '../velero/backups.ts';
import type { Fault } from './fault.ts';
import { restoreSample, sampleBackup } from './sample.ts';
import { backupTold, reaches } from './told.ts';

export const apiserverRestartedDuringBackup: Fault = {
  name: 'apiserver-restarted-during-backup',
  what: 'the API server is restarted in the middle of a backup',
  breaksCluster: true,
  run: async (stage) => {
    const {
      cluster,
      machine: { proxy },
    } = stage;
    const { client, restartApiserver } = cluster;
    const backup = sampleBackup('apiserver-restarted');
    proxy.break({ kind: 'slow', milliseconds: 2_000 }, ({ method }) => method === 'PUT');
    await client.apply(backup);
    await reaches(cluster, backup, ['InProgress']);
    await restartApiserver();
    proxy.heal();
    const phase = await endOf(client, backup, 120_000);
    if (phase !== 'Completed') return backupTold(stage, phase);
    const restored = await restoreSample(cluster, 'of-apiserver-restarted', 'apiserver-restarted');
    if (restored !== 'Completed')
      throw new Error(`the backup is Completed, its restore ${restored}`);
    return 'the backup goes on: it is Completed, and everything in it restores';
  },
};
