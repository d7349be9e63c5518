import { equal } from 'node:assert/strict';

import type { Manifest } from '../apiserver/client.ts';
import type { Fault } from './fault.ts';
import { backUpSample, endOfRestore, forget, sampleNamespace, sampleRestore } from './sample.ts';
import { told } from './told-of-restore.ts';
import { definition, establish, restart, withdraw } from './widgets.ts';

const widget: Manifest = {
  apiVersion: 'e2e.example/v1',
  kind: 'Widget',
  metadata: { name: 'only', namespace: sampleNamespace },
  spec: { size: 3 },
};

export const crdMissing: Fault = {
  name: 'crd-missing',
  what: 'the cluster that is restored into does not know the kind of an object',
  run: async ({ cluster }) => {
    const { client } = cluster;
    await establish(client, definition('v1'));
    await client.apply(widget);
    await restart(cluster);
    equal(
      await backUpSample(cluster, 'crd-missing', { includeClusterResources: false }),
      'Completed',
    );
    await withdraw(client, definition('v1'));
    await restart(cluster);
    await forget(cluster);
    const restore = sampleRestore('crd-missing', 'crd-missing');
    await client.apply(restore);
    const phase = await endOfRestore(cluster, restore);
    return told(cluster, restore, phase, /widgets/i);
  },
};
