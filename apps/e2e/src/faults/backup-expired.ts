import { equal } from 'node:assert/strict';

import { waitUntil } from '../wait-until.ts';
import type { Fault } from './fault.ts';
import { backUpSample, restoreSample } from './sample.ts';
import { assertTold } from './told.ts';

export const backupExpired: Fault = {
  name: 'backup-expired',
  what: 'a backup expires before it is restored',
  run: async ({ cluster }) => {
    const { client } = cluster;
    equal(await backUpSample(cluster, 'expired', { ttl: '1s' }), 'Completed');
    // Velero looks for what has expired when it starts, and each hour.
    await cluster.killVelero();
    await cluster.startVelero();
    const path = '/apis/velero.io/v1/namespaces/velero/backups/expired';
    await waitUntil('the backup is collected', 120_000, async () => {
      return (await client.request('GET', path)).status === 404;
    });
    return assertTold('a restore', await restoreSample(cluster, 'of-expired', 'expired'));
  },
};
