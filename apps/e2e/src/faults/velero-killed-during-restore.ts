import { equal } from 'node:assert/strict';

import { endOf } from '../velero/backups.ts';
import type { Fault } from './fault.ts';
import { forget, restoreSample, sampleRestore } from './sample.ts';
import { assertTold, reaches } from './told.ts';

export const veleroKilledDuringRestore: Fault = {
  name: 'velero-killed-during-restore',
  what: 'the server is killed in the middle of a restore, and started again',
  run: async ({ cluster, machine: { proxy }, safe }) => {
    await forget(cluster);
    const restore = sampleRestore('killed-during-restore', safe);
    proxy.break({ kind: 'slow', milliseconds: 10_000 }, ({ path }) => path.includes('.tar.gz'));
    await cluster.client.apply(restore);
    await reaches(cluster, restore, ['InProgress']);
    await cluster.killVelero();
    proxy.heal();
    await cluster.startVelero();
    const phase = await endOf(cluster.client, restore, 120_000);
    equal(await restoreSample(cluster, 'after-killed-during-restore', safe), 'Completed');
    return `${assertTold('the restore', phase)}; the next one completes`;
  },
};
