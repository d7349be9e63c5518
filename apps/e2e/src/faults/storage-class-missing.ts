import { equal } from 'node:assert/strict';

import { makeClaim, removeClaim } from './claims.ts';
import type { Fault } from './fault.ts';
import { standsOrNot } from './runbook-step.ts';
import { backUpSample, endOfRestore, forget, sampleRestore } from './sample.ts';

export const storageClassMissing: Fault = {
  name: 'storage-class-missing',
  what: 'the cluster that is restored into has no storage class of that name',
  run: async ({ cluster }) => {
    const { client } = cluster;
    await makeClaim(client, true);
    const phaseOfBackup = await backUpSample(cluster, 'storage-class-missing', {
      snapshotVolumes: false,
    }).finally(() => removeClaim(client));
    equal(phaseOfBackup, 'Completed');
    await forget(cluster);
    const restore = sampleRestore('storage-class-missing', 'storage-class-missing', {
      restorePVs: false,
    });
    await client.apply(restore);
    const phase = await endOfRestore(cluster, restore);
    const { failed, said } = await standsOrNot(cluster, 'sample-restored');
    equal(failed, true, `the restore is ${phase}, and the runbook says that everything stands`);
    return `the restore is ${phase}; the runbook's step await-ready fails: ${said}`;
  },
};
