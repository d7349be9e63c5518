import type { Manifest } from '../apiserver/client.ts';
import type { Cluster } from '../platform/cluster.ts';
import type { Machine } from '../platform/machine.ts';
import { waitUntil } from '../wait-until.ts';

interface Stage {
  readonly cluster: Cluster;
  readonly machine: Machine;
}

/**
 * Begins a backup of files whose copying takes long.
 *
 * @returns the pod that copies them, which is called as what it does
 */
export async function beginCopying({ cluster, machine }: Stage, backup: Manifest): Promise<string> {
  machine.proxy.break(
    { kind: 'slow', milliseconds: 15_000 },
    ({ method, path }) => method === 'PUT' && path.includes('/kopia/'),
  );
  await cluster.client.apply(backup);
  const { name } = backup.metadata;
  const pods = ['pods', '--namespace=velero', '--output=jsonpath={.items[*].metadata.name}'];
  return waitUntil('files are copied', 120_000, async () => {
    const running = await cluster.kubectl([
      'get',
      ...pods,
      '--field-selector=status.phase=Running',
    ]);
    return running.split(' ').find((pod) => pod.startsWith(name));
  });
}
