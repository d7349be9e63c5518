import { notEqual } from 'node:assert/strict';

import { disksOf } from '../platform/machine.ts';
import { orders } from '../services/orders.ts';
import { nameLabel } from '../services/service.ts';
import { lossOf } from './compared.ts';
import type { Scenario } from './scenario.ts';
import { backUp, deploy, writesOn } from './stage.ts';
import { restoreVolume, volumeOf } from './volume.ts';

/** The disk of the orders' database turns bits over. */
export const volumeCorrupted: Scenario = {
  name: 'volume-corrupted',
  disaster: 'volume-corruption',
  service: 'orders',
  breaksCluster: true,
  run: async ({ machine, cluster: current }) => {
    const cluster = current();
    const { kubectl } = cluster;
    await deploy(cluster, orders);
    const held = await orders.look(kubectl);
    const backup = await backUp(cluster, 'four-hourly-critical', 'before-volume-corrupted', [
      orders.namespace,
    ]);
    await writesOn(cluster, orders);
    const volume = disksOf(machine).pathOf(await volumeOf(cluster, orders));
    const disasterAt = Date.now();
    const inNamespace = ['--namespace', orders.namespace];
    // What is in the memory of the server would hide what is on the disk.
    await kubectl(['scale', orders.workload, '--replicas=0', ...inNamespace]);
    await kubectl([
      'wait',
      '--for=delete',
      'pod/orders-postgres-0',
      ...inNamespace,
      '--timeout=60s',
    ]);
    orders.corrupt(volume);
    await kubectl(['scale', orders.workload, '--replicas=1', ...inNamespace]);
    await kubectl(['rollout', 'status', orders.workload, ...inNamespace, '--timeout=120s']);
    notEqual(await orders.damage(kubectl).catch(String), undefined);
    await restoreVolume(cluster, {
      service: orders,
      backup,
      disasterAt,
      volume: 'postgres-data',
      kinds: ['persistentvolumeclaims', 'persistentvolumes'],
      labels: nameLabel('orders-postgres'),
    });
    const dataLoss = await lossOf(cluster, orders, { held, disasterAt });
    return { recoveryTime: Date.now() - disasterAt, dataLoss };
  },
};
