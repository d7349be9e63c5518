import { catalog } from '../services/catalog.ts';
import { deployAll, restoreAll } from './all-services.ts';
import type { Scenario } from './scenario.ts';
import { backUp, writesOn } from './stage.ts';

/** Nothing of the cluster is left; another one is built, and everything restored from the bucket alone. */
export const clusterLost: Scenario = {
  name: 'cluster-lost',
  disaster: 'cluster-corruption',
  service: 'catalog',
  run: async ({ cluster, replaceCluster }) => {
    const before = await deployAll(cluster());
    const backup = await backUp(cluster(), 'half-daily-offsite', 'before-cluster-lost');
    await writesOn(cluster(), catalog);
    const disasterAt = Date.now();
    const dataLoss = await restoreAll(await replaceCluster(), { backup, before, disasterAt });
    return { recoveryTime: Date.now() - disasterAt, dataLoss };
  },
};
