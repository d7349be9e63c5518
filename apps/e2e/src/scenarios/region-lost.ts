import { deepEqual } from 'node:assert/strict';

import { backupBucket, replicaBucket } from '@resilience/config/names';

import { awsClients } from '../aws/clients.ts';
import { emptyBucket, objectsOf, replicate } from '../aws/replication.ts';
import { catalog } from '../services/catalog.ts';
import { deployAll, restoreAll } from './all-services.ts';
import type { Scenario } from './scenario.ts';
import { backUp, writesOn } from './stage.ts';

/** The region is gone, with its cluster, bucket and snapshots; the standby restores from the replica. */
export const regionLost: Scenario = {
  name: 'region-lost',
  disaster: 'region-failure',
  service: 'orders',
  run: async ({ machine: { moto, pool, proxy }, cluster, replaceCluster }) => {
    const { environment } = cluster();
    const here = {
      ...awsClients(moto.endpoint, environment.aws.region),
      bucket: backupBucket(environment).bucket,
    };
    const there = {
      ...awsClients(moto.endpoint, environment.aws.drRegion),
      bucket: replicaBucket(environment).bucket,
    };
    const before = await deployAll(cluster());
    const backup = await backUp(cluster(), 'half-daily-offsite', 'before-region-lost');
    await replicate(here, there);
    const replicated = await objectsOf(there);
    await writesOn(cluster(), catalog);
    const disasterAt = Date.now();
    await emptyBucket(here);
    await pool?.removeAll();
    // As the rendered role of the standby has it: it may write what becomes of its restores alone.
    const denied = { kind: 'status', status: 403, code: 'AccessDenied' } as const;
    const writing = new Set(['PUT', 'POST', 'DELETE']);
    proxy.break(denied, ({ method, path }) => writing.has(method) && !isOfRestores(path));
    const standby = await replaceCluster('dr');
    const dataLoss = await restoreAll(standby, { backup, before, disasterAt });
    const recoveryTime = Date.now() - disasterAt;
    proxy.heal();
    deepEqual(withoutRestores(await objectsOf(there)), withoutRestores(replicated));
    return { recoveryTime, dataLoss };
  },
};

const isOfRestores = (path: string): boolean => path.includes('/restores/');

const withoutRestores = (objects: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...objects].filter(([key]) => !isOfRestores(`/${key}`)));
