import { equal, notEqual } from 'node:assert/strict';

import type { Cluster } from '../platform/cluster.ts';
import { catalog } from '../services/catalog.ts';
import { ended } from '../velero/backups.ts';
import { lossOf } from './compared.ts';
import { assertSameObjects, declaredObjects } from './objects.ts';
import { restore } from './recovery.ts';
import { renderedManifest } from './rendered-manifest.ts';
import type { Scenario } from './scenario.ts';
import { deploy, ready, said, writesOn } from './stage.ts';

/** A change spoils the catalogue; what was backed up right before it comes back from a snapshot. */
export const changeRolledBack: Scenario = {
  name: 'change-rolled-back',
  disaster: 'namespace-deletion',
  service: 'catalog',
  run: async ({ cluster: current }) => {
    const cluster = current();
    const { kubectl } = cluster;
    const { namespace } = catalog;
    await deploy(cluster, catalog);
    const objects = await declaredObjects(kubectl, namespace);
    const held = await catalog.look(kubectl);
    const backup = await backUpBeforeChange(cluster, namespace);
    await writesOn(cluster, catalog);
    const disasterAt = Date.now();
    await catalog.overwrite(kubectl);
    const settings = ['configmap', 'catalog-settings', '--namespace', namespace];
    await kubectl(['patch', ...settings, '--patch={"data":{"currency":"none"}}']);
    notEqual(await catalog.damage(kubectl), undefined);
    await kubectl(['delete', 'namespace', namespace]);
    const services = [catalog.name];
    await restore(cluster, { runbook: 'restore-namespace', backup, services, disasterAt });
    await ready(cluster, catalog);
    const dataLoss = await lossOf(cluster, catalog, { held, disasterAt });
    const recoveryTime = Date.now() - disasterAt;
    assertSameObjects(objects, await declaredObjects(kubectl, namespace));
    return { recoveryTime, dataLoss };
  },
};

/** Makes the backup that the rendered hook makes before ArgoCD syncs. */
async function backUpBeforeChange(cluster: Cluster, namespace: string): Promise<string> {
  const step = {
    environment: cluster.environment.name,
    workflow: 'back-up-before-change',
    template: 'back-up',
  };
  const made = renderedManifest(step, {
    'workflow.parameters.application': namespace,
    'workflow.parameters.namespace': namespace,
    'inputs.parameters.ticket': 'CHANGE-1',
    'inputs.parameters.revision': '0123abc',
  });
  const name = `before-change-${namespace}-1`;
  const { labels = {} } = made.metadata;
  const backup = { ...made, metadata: { name, namespace: 'velero', labels } };
  const phase = await ended(cluster.client, backup, 300_000);
  equal(phase, 'Completed', phase === 'Completed' ? '' : await said(cluster, backup));
  return name;
}
