import type { Cluster } from '../platform/cluster.ts';
import type { ProtectedService } from '../services/service.ts';
import { waitUntil } from '../wait-until.ts';
import { restore, type Wanted } from './recovery.ts';
import { ready } from './stage.ts';

interface OneVolume extends Pick<Wanted, 'backup' | 'disasterAt' | 'kinds' | 'labels' | 'volume'> {
  readonly service: ProtectedService;
}

/**
 * Restores the volume of a service as the runbook has it done: its workload is stopped, and its claim goes. It starts
 * again as soon as the claim is there, as its volume waits for a pod; without a runbook that is done here.
 */
export async function restoreVolume(
  cluster: Cluster,
  { service, ...wanted }: OneVolume,
): Promise<void> {
  const { kubectl } = cluster;
  const inNamespace = ['--namespace', service.namespace];
  const claims = ['persistentvolumeclaims', '--selector', service.claim, ...inNamespace];
  await kubectl(['scale', service.workload, '--replicas=0', ...inNamespace]);
  await kubectl(['delete', ...claims]);
  await restore(cluster, {
    runbook: 'restore-volume',
    services: [service.name],
    ...wanted,
    meanwhile: async () => {
      const names = [...claims, '--output=jsonpath={.items[*].metadata.name}'];
      await waitUntil(`the claim of ${service.name} is there again`, 600_000, async () => {
        return (await kubectl(['get', ...names])) !== '';
      });
      await kubectl(['scale', service.workload, '--replicas=1', ...inNamespace]);
    },
  });
  await ready(cluster, service);
}

/** The driver's name of the volume that holds a service's data. */
export async function volumeOf({ kubectl }: Cluster, service: ProtectedService): Promise<string> {
  const { namespace, claim } = service;
  const names = '--output=jsonpath={.items[0].spec.volumeName}';
  const get = ['get', 'persistentvolumeclaims', '--namespace', namespace, '--selector', claim];
  const name = await kubectl([...get, names]);
  return kubectl(['get', 'persistentvolume', name, '--output=jsonpath={.spec.csi.volumeHandle}']);
}
