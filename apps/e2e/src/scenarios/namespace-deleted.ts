import { orders } from '../services/orders.ts';
import { lossOf } from './compared.ts';
import { assertSameObjects, declaredObjects } from './objects.ts';
import { restore } from './recovery.ts';
import type { Scenario } from './scenario.ts';
import { backUp, deploy, ready, writesOn } from './stage.ts';

/** Somebody deletes the namespace of the orders. */
export const namespaceDeleted: Scenario = {
  name: 'namespace-deleted',
  disaster: 'namespace-deletion',
  service: 'orders',
  run: async ({ cluster: current }) => {
    const cluster = current();
    const { kubectl } = cluster;
    const { namespace } = orders;
    await deploy(cluster, orders);
    const objects = await declaredObjects(kubectl, namespace);
    const held = await orders.look(kubectl);
    const backup = await backUp(cluster, 'four-hourly-critical', 'before-namespace-deleted', [
      namespace,
    ]);
    await writesOn(cluster, orders);
    const disasterAt = Date.now();
    await kubectl(['delete', 'namespace', namespace]);
    const services = [orders.name];
    await restore(cluster, { runbook: 'restore-namespace', backup, services, disasterAt });
    await ready(cluster, orders);
    const dataLoss = await lossOf(cluster, orders, { held, disasterAt });
    const recoveryTime = Date.now() - disasterAt;
    assertSameObjects(objects, await declaredObjects(kubectl, namespace));
    return { recoveryTime, dataLoss };
  },
};
