import { equal } from 'node:assert/strict';

import type { Manifest } from '../apiserver/client.ts';
import type { Fault } from './fault.ts';
import { backUpSample, endOfRestore, forget, sampleNamespace, sampleRestore } from './sample.ts';
import { told } from './told-of-restore.ts';
import { definition, establish, restart, withdraw } from './widgets.ts';

const widget: Manifest = {
  apiVersion: 'e2e.example/v1alpha1',
  kind: 'Widget',
  metadata: { name: 'old', namespace: sampleNamespace },
  spec: { size: 3 },
};

export const versionSkew: Fault = {
  name: 'version-skew',
  what: 'the cluster that is restored into serves a kind in another version only',
  run: async ({ cluster }) => {
    const { client } = cluster;
    await establish(client, definition('v1alpha1'));
    await client.apply(widget);
    await restart(cluster);
    const edit = { includeClusterResources: false };
    equal(await backUpSample(cluster, 'version-skew', edit), 'Completed');
    await withdraw(client, definition('v1alpha1'));
    await establish(client, definition('v2'));
    await restart(cluster);
    await forget(cluster);
    const restore = sampleRestore('version-skew', 'version-skew');
    await client.apply(restore);
    const phase = await endOfRestore(cluster, restore);
    await withdraw(client, definition('v2'));
    await restart(cluster);
    return told(cluster, restore, phase, /widgets/i);
  },
};
