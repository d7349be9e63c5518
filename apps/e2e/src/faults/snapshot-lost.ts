import { equal } from 'node:assert/strict';

import { ended } from '../velero/backups.ts';
import { disksOf } from '../platform/machine.ts';
import type { Fault } from './fault.ts';
import { backUpFiles, filesRestore, filesTarget } from './files.ts';
import { standsOrNot } from './runbook-step.ts';

export const snapshotLost: Fault = {
  name: 'snapshot-lost',
  what: 'the snapshot that a backup stands on is deleted in AWS',
  needsNode: true,
  breaksCluster: true,
  run: async ({ cluster, machine }) => {
    const edit = { defaultVolumesToFsBackup: false };
    equal(await backUpFiles(cluster, 'snapshot-lost', edit), 'Completed');
    await disksOf(machine).removeAll();
    const phase = await ended(
      cluster.client,
      filesRestore('snapshot-lost', 'snapshot-lost'),
      300_000,
    );
    const { failed, said } = await standsOrNot(cluster, filesTarget('snapshot-lost'));
    equal(failed, true, `the restore is ${phase}, and the runbook says that everything stands`);
    return `a restore is ${phase}; the runbook's step await-ready fails: ${said}`;
  },
};
