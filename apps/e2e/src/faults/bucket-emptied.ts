import { waitUntil } from '../wait-until.ts';
import { removeAll } from './bucket.ts';
import type { Fault } from './fault.ts';
import { restoreSample } from './sample.ts';
import { assertTold } from './told.ts';

export const bucketEmptied: Fault = {
  name: 'bucket-emptied',
  what: 'every object of the bucket is deleted',
  breaksSafe: true,
  run: async (stage) => {
    const { cluster, safe } = stage;
    await removeAll(stage, '');
    const phase = await restoreSample(cluster, 'bucket-emptied', safe);
    const path = `/apis/velero.io/v1/namespaces/velero/backups/${safe}`;
    await waitUntil('the cluster forgets the backup', 180_000, async () => {
      return (await cluster.client.request('GET', path)).status === 404;
    });
    return `${assertTold('a restore', phase)}; the backup is listed no longer`;
  },
};
