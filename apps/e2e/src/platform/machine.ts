import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Environment } from '@resilience/config/environment';

import { type FaultProxy, startFaultProxy } from '../aws/fault-proxy.ts';
import { startMoto } from '../aws/moto.ts';
import { pythonPrograms } from '../python-programs.ts';
import { type ArgoMachine, argoMachine } from './argo/runbooks.ts';
import { type Identities, startIdentities } from './identities.ts';
import type { Ground } from './ground/ground.ts';
import { provisioning } from './provisioning.ts';
import type { Pool } from './storage/pool.ts';

/** What outlives a cluster: AWS, and what it stands on. */
export interface Machine extends Identities {
  /** Where the AWS API is; it refuses whatever nobody is allowed. */
  readonly endpoint: string;
  /** Stands before S3. */
  readonly proxy: FaultProxy;
  readonly ground: Ground;
  /** Makes what Terraform makes of an environment, unless it was made before. */
  readonly provision: (environment: Environment) => Promise<void>;
  /** Where Argo's programs are given, and pods run. */
  readonly argo: ArgoMachine | undefined;
  readonly stop: () => Promise<void>;
}

/** @throws where its disks are not its own to break */
export function disksOf({ ground: { pods } }: Machine): Pool {
  if (!pods?.pool) throw new Error('there are no disks here that may be broken');
  return pods.pool;
}

/** @returns why there can be no machine here, or nothing */
export const machineIsMissing = (): string | undefined => {
  const found = pythonPrograms(requirements);
  return 'missing' in found ? found.missing : undefined;
};

const requirements = join(import.meta.dirname, '../aws/moto-requirements.txt');

/** Starts AWS where a ground reaches it. */
export async function startMachine(environment: Environment, ground: Ground): Promise<Machine> {
  const found = pythonPrograms(requirements);
  if ('missing' in found) throw new Error(found.missing);
  const { address } = ground;
  const folder = mkdtempSync(join(tmpdir(), 'resilience-machine-'));
  const log = join(folder, 'moto.log');
  const moto = await startMoto(found.programs, environment.aws.account, log, address);
  const identities = await startIdentities(moto.endpoint);
  const argo =
    'missing' in ground.argo
      ? undefined
      : await argoMachine(ground.argo.start, identities, address);
  const proxy = await startFaultProxy(moto.endpoint, address);
  return {
    ...identities,
    endpoint: moto.endpoint,
    proxy,
    ground,
    provision: provisioning(identities.aws),
    argo,
    stop: async () => {
      argo?.stop();
      await proxy.stop();
      moto.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
