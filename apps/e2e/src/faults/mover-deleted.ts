import { equal } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { veleroServiceAccount } from '@resilience/config/names';

import { userName } from '../apiserver/user-name.ts';
import { endOf } from '../velero/backups.ts';
import type { Fault } from './fault.ts';
import { filesBackup } from './files.ts';
import { beginCopying } from './mover.ts';
import { backupTold } from './told.ts';
import { alertedBy } from '../platform/watch.ts';

export const moverDeleted: Fault = {
  name: 'mover-deleted',
  what: 'the pod that copies files is deleted in the middle',
  needsNode: true,
  remedy: 'restart the node-agent, and it ends',
  run: async (stage) => {
    const { client, kubectl } = stage.cluster;
    const backup = filesBackup('mover-deleted');
    const mover = await beginCopying(stage, backup);
    const inVelero = ['--namespace=velero'];
    await kubectl(['delete', 'pod', mover, '--grace-period=0', '--force', ...inVelero]);
    stage.machine.proxy.heal();
    await sleep(10_000);
    const phase = ['get', 'backup', 'mover-deleted', '--output=jsonpath={.status.phase}'];
    equal(await kubectl([...phase, ...inVelero]), 'InProgress');
    const isTakenToHaveBegun = (hoursAgo: number): Promise<string> => {
      const startTimestamp = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
      const patch = `--patch=${JSON.stringify({ status: { startTimestamp } })}`;
      const as = `--as=${userName(veleroServiceAccount)}`;
      return kubectl(['patch', 'backup', 'mover-deleted', '--type=merge', patch, as, ...inVelero]);
    };
    await isTakenToHaveBegun(2);
    const late = await alertedBy(stage, 'BackupDurationOverBudget');
    await isTakenToHaveBegun(0);
    await kubectl(['rollout', 'restart', 'daemonset/node-agent', ...inVelero]);
    await kubectl(['rollout', 'status', 'daemonset/node-agent', ...inVelero]);
    const told = await backupTold(stage, await endOf(client, backup, 300_000));
    return `it is still InProgress after ten seconds, and would wait for up to four hours; taken to have begun two hours ago${late}; when the node-agent is restarted, ${told}`;
  },
};
