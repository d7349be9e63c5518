import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';

import { ownArgo } from '../argo/own-argo.ts';
import { argoPrograms, executorImage } from '../argo/programs.ts';
import { archiveOf, type LocalImage } from '../images/images.ts';
import { imagesOf } from '../images/images-of.ts';
import { addresses } from '../node/addresses.ts';
import { type Node, startNode } from '../node/node.ts';
import { takePlace } from '../place.ts';
import { driverName } from '../storage/names.ts';
import { makePool } from '../storage/pool.ts';
import { startStorage } from '../storage/storage.ts';
import type { Ground } from './ground.ts';
import { startOwnCluster } from './own-cluster.ts';

/** Makes a node of this machine, which is that of one cluster after the other. */
export async function startOwnNode(environment: Environment): Promise<Ground> {
  const leave = await takePlace();
  const node = await startNode();
  const pool = await makePool(join(node.root, '..', 'disks'));
  const programs = argoPrograms();
  const images = imagesOf(environment);
  const imported = importAll(node, [
    ...images,
    ...('missing' in programs ? [] : [executorImage(programs)]),
  ]);
  // It is waited for when a cluster begins, which may be never.
  imported.catch(() => undefined);
  return {
    isGiven: false,
    address: addresses.machine,
    pods: { kubeletRoot: node.root, driver: driverName, pool },
    argo: 'missing' in programs ? programs : ownArgo(programs),
    differences: [
      'the kubelet looks five times a second how its containers are, and not once',
      ...images.map(({ name, content }) => `image ${name}: ${content}`),
    ],
    begin: () =>
      startOwnCluster({
        at: { address: addresses.apiserver, port: 443 },
        furnish: async (controlPlane, cleanups) => {
          const { client, access } = controlPlane;
          cleanups.defer((await startStorage({ client, access, pool, node })).stop);
          cleanups.defer(node.leave);
          await Promise.all([node.join(controlPlane), imported]);
        },
      }),
    stop: async () => {
      await node.stop();
      leave();
    },
  };
}

async function importAll(node: Node, images: readonly LocalImage[]): Promise<void> {
  const waiting = [...images];
  const importSome = async (): Promise<void> => {
    for (let image = waiting.shift(); image; image = waiting.shift()) {
      await node.importImage(await archiveOf(image));
    }
  };
  // One of them is read while the other is unpacked.
  await Promise.all([importSome(), importSome()]);
}
