import { processesWith } from '../processes.ts';
import { endOf } from '../velero/backups.ts';
import { waitUntil } from '../wait-until.ts';
import type { Fault } from './fault.ts';
import { filesBackup } from './files.ts';
import { beginCopying } from './mover.ts';
import { backupTold } from './told.ts';

export const moverKilled: Fault = {
  name: 'mover-killed',
  what: 'the process that copies files is killed in the middle, as for want of memory',
  needsNode: true,
  breaksCluster: true,
  run: async (stage) => {
    const backup = filesBackup('mover-killed');
    await beginCopying(stage, backup);
    const movers = await waitUntil('its process runs', 60_000, () => {
      const found = processesWith(
        ([program, what]) => program === '/velero' && what === 'pod-volume',
      );
      return Promise.resolve(found.length > 0 && found);
    });
    for (const id of movers) process.kill(id, 'SIGKILL');
    stage.machine.proxy.heal();
    return backupTold(stage, await endOf(stage.cluster.client, backup, 300_000));
  },
};
