import { deepEqual } from 'node:assert/strict';

import { backupBucket, replicaBucket } from '@resilience/config/names';

import { emptyBucket, objectsOf, replicate } from '../aws/replication.ts';
import { disksOf } from '../platform/machine.ts';
import { replicated } from '../replicated.ts';
import { catalog } from '../services/catalog.ts';
import { deployAll, restoreAll } from './all-services.ts';
import type { Scenario } from './scenario.ts';
import { backUp, writesOn } from './stage.ts';

/** The region is gone, with its cluster, bucket and snapshots; the standby restores from the replica. */
export const regionLost: Scenario = {
  name: 'region-lost',
  disaster: 'region-failure',
  service: 'orders',
  breaksCluster: true,
  run: async ({ machine, cluster, replaceCluster }) => {
    const { aws } = machine;
    const environment = replicated(cluster().environment);
    const here = {
      ...aws(environment.aws.region),
      bucket: backupBucket(environment).bucket,
    };
    const there = {
      ...aws(environment.aws.drRegion),
      bucket: replicaBucket(environment).bucket,
    };
    const before = await deployAll(cluster());
    const backup = await backUp(cluster(), 'half-daily-offsite', 'before-region-lost');
    await replicate(here, there);
    const arrived = await objectsOf(there);
    await writesOn(cluster(), catalog);
    const disasterAt = Date.now();
    await emptyBucket(here);
    await disksOf(machine).removeAll();
    const standby = await replaceCluster('dr');
    const lost = { runbook: 'fail-over-region', backup, before, disasterAt } as const;
    const dataLoss = await restoreAll(standby, lost);
    const recoveryTime = Date.now() - disasterAt;
    deepEqual(withoutRestores(await objectsOf(there)), withoutRestores(arrived));
    return { recoveryTime, dataLoss };
  },
};

/** The standby may write what becomes of its restores, and nothing else. */
const withoutRestores = (objects: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...objects].filter(([key]) => !key.startsWith('restores/')));
