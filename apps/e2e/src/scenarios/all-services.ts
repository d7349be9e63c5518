import type { Cluster } from '../platform/cluster.ts';
import { protectedServices } from '../services/protected-services.ts';
import type { ProtectedService, State } from '../services/service.ts';
import { waitUntil } from '../wait-until.ts';
import { lossOf } from './compared.ts';
import { assertSameObjects, declaredObjects } from './objects.ts';
import { restore } from './recovery.ts';
import { deploy, ready } from './stage.ts';

/** What a service was before a disaster. */
interface Before {
  readonly service: ProtectedService;
  readonly held: State;
  readonly objects: ReadonlyMap<string, string>;
}

/** Installs all services, and notes what they hold. */
export async function deployAll(cluster: Cluster): Promise<Before[]> {
  await Promise.all(protectedServices.map((service) => deploy(cluster, service)));
  const { kubectl } = cluster;
  return Promise.all(
    protectedServices.map(async (service) => ({
      service,
      held: await service.look(kubectl),
      objects: await declaredObjects(kubectl, service.namespace),
    })),
  );
}

interface Lost {
  readonly runbook: 'restore-cluster' | 'fail-over-region';
  readonly backup: string;
  readonly before: readonly Before[];
  readonly disasterAt: number;
}

/**
 * Restores all services into a new cluster, and compares them.
 *
 * @returns the most that any has lost, in milliseconds
 */
export async function restoreAll(
  cluster: Cluster,
  { runbook, backup, before, disasterAt }: Lost,
): Promise<number> {
  // At its start a server has not reached the location yet, and it looks for backups once a minute.
  await cluster.killVelero();
  await cluster.startVelero();
  await waitUntil('the bucket tells of the backup', 180_000, async () => {
    const path = `/apis/velero.io/v1/namespaces/velero/backups/${backup}`;
    return (await cluster.client.request('GET', path)).status === 200;
  });
  await restore(cluster, {
    runbook,
    backup,
    services: protectedServices.map(({ name }) => name),
    disasterAt,
    clusterResources: true,
  });
  const losses = await Promise.all(
    before.map(async ({ service, held, objects }) => {
      await ready(cluster, service);
      assertSameObjects(objects, await declaredObjects(cluster.kubectl, service.namespace));
      return lossOf(cluster, service, { held, disasterAt });
    }),
  );
  return Math.max(...losses);
}
