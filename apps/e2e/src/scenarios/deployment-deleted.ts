import { equal } from 'node:assert/strict';

import { orders } from '../services/orders.ts';
import { nameLabel } from '../services/service.ts';
import { assertSameObjects, declaredObjects } from './objects.ts';
import { restore } from './recovery.ts';
import type { Scenario } from './scenario.ts';
import { backUp, deploy, ready } from './stage.ts';

/** One Deployment is deleted, and comes back by its kind and label; what is beside it is left alone. */
export const deploymentDeleted: Scenario = {
  name: 'deployment-deleted',
  disaster: 'namespace-deletion',
  service: 'orders',
  run: async ({ cluster: current }) => {
    const cluster = current();
    const { kubectl } = cluster;
    const { namespace } = orders;
    await deploy(cluster, orders);
    const objects = await declaredObjects(kubectl, namespace);
    const backup = await backUp(cluster, 'four-hourly-critical', 'before-deployment-deleted');
    const held = await orders.look(kubectl);
    const disasterAt = Date.now();
    await kubectl(['delete', 'deployment', 'orders-api', '--namespace', namespace]);
    await restore(cluster, {
      runbook: 'restore-resources',
      backup,
      services: [orders.name],
      disasterAt,
      kinds: ['deployments.apps'],
      labels: nameLabel('orders-api'),
    });
    await ready(cluster, orders);
    const recoveryTime = Date.now() - disasterAt;
    assertSameObjects(objects, await declaredObjects(kubectl, namespace));
    equal((await orders.look(kubectl, held.newest)).sum, held.sum);
    return { recoveryTime, dataLoss: 0 };
  },
};
