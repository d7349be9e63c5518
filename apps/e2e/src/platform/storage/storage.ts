import type { Client, Manifest } from '../../apiserver/client.ts';
import type { Access } from '../../apiserver/kubeconfig-of.ts';
import type { Node } from '../node/node.ts';
import { startCsiDriver } from './csi-driver.ts';
import { declaredClass, driverName } from './names.ts';
import type { Pool } from './pool.ts';
import { startProvisioner } from './provisioner.ts';
import { startSnapshotControllers } from './snapshot-controllers.ts';

interface Run {
  readonly client: Client;
  readonly access: Access;
  readonly pool: Pool;
  readonly node: Node;
}

/** Serves a cluster volumes and snapshots, under the names that those of EBS have. */
export async function startStorage({ client, access, pool, node }: Run): Promise<{
  readonly stop: () => Promise<void>;
}> {
  const driver = await startCsiDriver(pool, node.root);
  const provisioner = startProvisioner(client, pool);
  const controllers = startSnapshotControllers({ access, driver: driver.socket });
  return {
    stop: async () => {
      provisioner.stop();
      await controllers.stop();
      driver.stop();
    },
  };
}

/** What a cluster on AWS has before anything of the layer is installed. */
export const storageObjects: readonly Manifest[] = [
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'CSIDriver',
    metadata: { name: driverName },
    spec: { attachRequired: false, podInfoOnMount: false, fsGroupPolicy: 'File' },
  },
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: declaredClass },
    provisioner: driverName,
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'WaitForFirstConsumer',
  },
];
