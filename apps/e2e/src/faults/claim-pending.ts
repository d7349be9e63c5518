import { makeClaim, removeClaim } from './claims.ts';
import type { Fault } from './fault.ts';
import { backUpSample } from './sample.ts';
import { backupTold } from './told.ts';

export const claimPending: Fault = {
  name: 'claim-pending',
  what: 'a claim in the namespace has no volume yet while it is backed up',
  run: async (stage) => {
    const { cluster } = stage;
    await makeClaim(cluster.client, false);
    const phase = await backUpSample(cluster, 'claim-pending').finally(() =>
      removeClaim(cluster.client),
    );
    return backupTold(stage, phase);
  },
};
