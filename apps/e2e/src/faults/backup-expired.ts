import { equal } from 'node:assert/strict';

import { veleroServiceAccount } from '@resilience/config/names';

import { succeeded } from '../apiserver/client.ts';
import { userName } from '../apiserver/user-name.ts';
import { waitUntil } from '../wait-until.ts';
import type { Fault } from './fault.ts';
import { backUpSample, restoreSample } from './sample.ts';
import { assertTold } from './told.ts';
import { restart } from './widgets.ts';

const path = '/apis/velero.io/v1/namespaces/velero/backups/expired';

export const backupExpired: Fault = {
  name: 'backup-expired',
  what: 'a backup expires before it is restored',
  run: async ({ cluster }) => {
    const { client } = cluster;
    equal(await backUpSample(cluster, 'expired'), 'Completed');
    // No guard lets a backup be made that expires at once, or anybody but Velero say that one has.
    succeeded(
      await client.request('PATCH', path, {
        body: { status: { expiration: new Date().toISOString() } },
        contentType: 'application/merge-patch+json',
        as: userName(veleroServiceAccount),
      }),
    );
    // Velero looks for what has expired when it starts, and then not before an hour.
    await restart(cluster);
    await waitUntil('the backup is collected', 120_000, async () => {
      return (await client.request('GET', path)).status === 404;
    });
    return assertTold('a restore', await restoreSample(cluster, 'of-expired', 'expired'));
  },
};
