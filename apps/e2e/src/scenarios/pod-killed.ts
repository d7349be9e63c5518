import { equal } from 'node:assert/strict';

import { orders } from '../services/orders.ts';
import type { Scenario } from './scenario.ts';
import { deploy, ready } from './stage.ts';

/** The pod of the database is killed; no backup is needed. */
export const podKilled: Scenario = {
  name: 'pod-killed',
  disaster: 'pod-failure',
  service: 'orders',
  healsItself: true,
  run: async ({ cluster: current }) => {
    const cluster = current();
    const { kubectl } = cluster;
    await deploy(cluster, orders);
    const held = await orders.look(kubectl);
    const disasterAt = Date.now();
    const pod = ['pod', 'orders-postgres-0', '--namespace', orders.namespace];
    // Without --force: a database would be started on a volume that the killed one still writes to.
    await kubectl(['delete', ...pod, '--now']);
    await kubectl(['wait', '--for=create', ...pod, '--timeout=60s']);
    await ready(cluster, orders);
    const recoveryTime = Date.now() - disasterAt;
    equal(await orders.damage(kubectl), undefined);
    equal((await orders.look(kubectl, held.newest)).sum, held.sum);
    return { recoveryTime, dataLoss: 0 };
  },
};
