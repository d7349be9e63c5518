import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';

import { type FaultProxy, startFaultProxy } from '../aws/fault-proxy.ts';
import { startMoto } from '../aws/moto.ts';
import { pythonPrograms } from '../python-programs.ts';
import { type ArgoMachine, argoMachine } from './argo/runbooks.ts';
import { argoPrograms, executorImage } from './argo/programs.ts';
import { type Identities, startIdentities } from './identities.ts';
import { archiveOf, type LocalImage } from './images/images.ts';
import { imagesOf } from './images/images-of.ts';
import { addresses } from './node/addresses.ts';
import { type Node, startNode } from './node/node.ts';
import { takePlace } from './place.ts';
import { provisioning } from './provisioning.ts';
import { makePool, type Pool } from './storage/pool.ts';

/** What outlives a cluster: AWS, and the machine and the disks that its node is made of. */
export interface Machine extends Identities {
  /** Where the AWS API is; it refuses whatever nobody is allowed. */
  readonly endpoint: string;
  /** Stands before S3. */
  readonly proxy: FaultProxy;
  readonly node: Node | undefined;
  readonly pool: Pool | undefined;
  /** Makes what Terraform makes of an environment, unless it was made before. */
  readonly provision: (environment: Environment) => Promise<void>;
  /** Where Argo's programs are given, and pods run. */
  readonly argo: ArgoMachine | undefined;
  readonly stop: () => Promise<void>;
}

/** @returns why there can be no machine here, or nothing */
export const machineIsMissing = (): string | undefined => {
  const found = pythonPrograms(requirements);
  return 'missing' in found ? found.missing : undefined;
};

const requirements = join(import.meta.dirname, '../aws/moto-requirements.txt');

/** @param hasNode whether pods run; without a node, objects are backed up and restored all the same */
export async function startMachine(
  environment: Environment,
  { hasNode }: { readonly hasNode: boolean },
): Promise<Machine> {
  const found = pythonPrograms(requirements);
  if ('missing' in found) throw new Error(found.missing);
  const leave = hasNode ? await takePlace() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'resilience-machine-'));
  const address = hasNode ? addresses.machine : '127.0.0.1';
  const node = hasNode ? await startNode() : undefined;
  const pool = node && (await makePool(join(node.root, '..', 'disks')));
  const programs = argoPrograms();
  const log = join(folder, 'moto.log');
  const [moto] = await Promise.all([
    startMoto(found.programs, environment.aws.account, log, {
      address,
      ...(node && { port: addresses.awsPort }),
    }),
    node &&
      importAll(node, [
        ...imagesOf(environment),
        ...('missing' in programs ? [] : [executorImage(programs)]),
      ]),
  ]);
  const identities = await startIdentities(moto.endpoint);
  const argo =
    node && !('missing' in programs) ? await argoMachine(programs, identities) : undefined;
  const proxy = await startFaultProxy(moto.endpoint, address);
  return {
    ...identities,
    endpoint: moto.endpoint,
    proxy,
    node,
    pool,
    provision: provisioning(identities.aws),
    argo,
    stop: async () => {
      argo?.stop();
      await proxy.stop();
      moto.stop();
      await node?.stop();
      leave?.();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function importAll(node: Node, images: readonly LocalImage[]): Promise<void> {
  for (const image of images) await node.importImage(await archiveOf(image));
}
