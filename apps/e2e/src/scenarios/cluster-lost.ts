import { catalog } from '../services/catalog.ts';
import { media } from '../services/media.ts';
import { orders } from '../services/orders.ts';
import { waitUntil } from '../wait-until.ts';
import { lossOf } from './compared.ts';
import { assertSameObjects, declaredObjects } from './objects.ts';
import { restore } from './recovery.ts';
import type { Scenario } from './scenario.ts';
import { backUp, deploy, ready, writesOn } from './stage.ts';

const services = [orders, catalog, media];

/** Nothing of the cluster is left; another one is built, and everything restored from the bucket alone. */
export const clusterLost: Scenario = {
  name: 'cluster-lost',
  disaster: 'cluster-corruption',
  service: 'catalog',
  run: async ({ cluster: current, replaceCluster }) => {
    const first = current();
    for (const service of services) await deploy(first, service);
    const before = await Promise.all(
      services.map(async (service) => ({
        service,
        held: await service.look(first.kubectl),
        objects: await declaredObjects(first.kubectl, service.namespace),
      })),
    );
    const backup = await backUp(first, 'half-daily-offsite', 'before-cluster-lost');
    await writesOn(first, catalog);
    const disasterAt = Date.now();
    const second = await replaceCluster();
    await waitUntil('the bucket tells of the backup', 180_000, async () => {
      const path = `/apis/velero.io/v1/namespaces/velero/backups/${backup}`;
      return (await second.client.request('GET', path)).status === 200;
    });
    const namespaces = services.map(({ namespace }) => namespace);
    await restore(second, {
      runbook: 'restore-cluster',
      backup,
      namespaces,
      clusterResources: true,
    });
    const losses: number[] = [];
    for (const { service, held, objects } of before) {
      await ready(second, service);
      losses.push(await lossOf(second, service, { held, disasterAt }));
      assertSameObjects(objects, await declaredObjects(second.kubectl, service.namespace));
    }
    return { recoveryTime: Date.now() - disasterAt, dataLoss: Math.max(...losses) };
  },
};
