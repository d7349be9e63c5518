import type { Ground } from './ground.ts';
import { startOwnCluster } from './own-cluster.ts';

/** Clusters in which no pod runs. */
export const noNode: Ground = {
  isGiven: false,
  address: '127.0.0.1',
  pods: undefined,
  argo: { missing: 'no pods run' },
  differences: [],
  begin: () => startOwnCluster({}),
  stop: () => Promise.resolve(),
};
