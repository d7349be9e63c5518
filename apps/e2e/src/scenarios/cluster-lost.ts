import { catalog } from '../services/catalog.ts';
import { deployAll, restoreAll } from './all-services.ts';
import type { Scenario } from './scenario.ts';
import { backUp, writesOn } from './stage.ts';

/** Nothing of the cluster is left; another one is built, and everything restored from the bucket alone. */
export const clusterLost: Scenario = {
  name: 'cluster-lost',
  disaster: 'cluster-corruption',
  service: 'catalog',
  breaksCluster: true,
  run: async ({ cluster, replaceCluster }) => {
    const { name } = cluster().environment;
    const before = await deployAll(cluster());
    const backup = await backUp(cluster(), 'half-daily-offsite', 'before-cluster-lost');
    await writesOn(cluster(), catalog);
    const disasterAt = Date.now();
    const lost = { runbook: 'restore-cluster', backup, before, disasterAt } as const;
    const dataLoss = await restoreAll(await replaceCluster(name), lost);
    return { recoveryTime: Date.now() - disasterAt, dataLoss };
  },
};
