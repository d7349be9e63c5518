import { equal } from 'node:assert/strict';

import { catalog } from '../services/catalog.ts';
import { nameLabel } from '../services/service.ts';
import { assertSameObjects, declaredObjects } from './objects.ts';
import { restore } from './recovery.ts';
import type { Scenario } from './scenario.ts';
import { backUp, deploy, ready, writesOn } from './stage.ts';

/** One Deployment is deleted, and comes back by its kind and label; what is beside it is left alone. */
export const deploymentDeleted: Scenario = {
  name: 'deployment-deleted',
  disaster: 'namespace-deletion',
  service: 'catalog',
  run: async ({ cluster: current }) => {
    const cluster = current();
    const { kubectl } = cluster;
    const { namespace } = catalog;
    await deploy(cluster, catalog);
    const objects = await declaredObjects(kubectl, namespace);
    const backup = await backUp(cluster, 'four-hourly-critical', 'before-deployment-deleted', [
      namespace,
    ]);
    const held = await catalog.look(kubectl);
    await writesOn(cluster, catalog);
    const disasterAt = Date.now();
    await kubectl(['delete', 'deployment', 'catalog-api', '--namespace', namespace]);
    await restore(cluster, {
      runbook: 'restore-resources',
      backup,
      services: [catalog.name],
      disasterAt,
      kinds: ['deployments.apps'],
      labels: nameLabel('catalog-api'),
    });
    await ready(cluster, catalog);
    const recoveryTime = Date.now() - disasterAt;
    assertSameObjects(objects, await declaredObjects(kubectl, namespace));
    equal((await catalog.look(kubectl, held.newest)).sum, held.sum);
    return { recoveryTime, dataLoss: 0 };
  },
};
