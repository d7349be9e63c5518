import { equal } from 'node:assert/strict';

import type { Manifest } from '../apiserver/client.ts';
import type { Fault } from './fault.ts';
import { standsOrNot } from './runbook-step.ts';
import { backUpSample, endOfRestore, forget, sampleNamespace, sampleRestore } from './sample.ts';

const claim: Manifest = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'files', namespace: sampleNamespace },
  spec: {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'gone',
    resources: { requests: { storage: '1Gi' } },
  },
};

export const storageClassMissing: Fault = {
  name: 'storage-class-missing',
  what: 'the cluster that is restored into has no storage class of that name',
  run: async ({ cluster }) => {
    const { client } = cluster;
    await forget(cluster);
    await client.apply(claim);
    equal(await backUpSample(cluster, 'storage-class-missing'), 'Completed');
    await client.request('DELETE', await client.pathOf(claim));
    const restore = sampleRestore('storage-class-missing', 'storage-class-missing');
    await client.apply(restore);
    const phase = await endOfRestore(cluster, restore);
    const { failed, said } = await standsOrNot(cluster, 'sample-restored');
    equal(failed, true, `the restore is ${phase}, and the runbook says that everything stands`);
    return `the restore is ${phase}; the runbook's step await-ready fails: ${said}`;
  },
};
