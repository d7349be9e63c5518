import type { Fault } from './fault.ts';
import { freeQueue } from './queue.ts';
import { backUpSample } from './sample.ts';
import { backupTold, location } from './told.ts';
import { alertedBy } from '../platform/watch.ts';

export const s3ForbidsEverything: Fault = {
  name: 's3-forbids-everything',
  what: 'S3 answers everything with 403 AccessDenied',
  run: async (stage) => {
    const {
      cluster,
      machine: { proxy },
    } = stage;
    proxy.break({ kind: 'status', status: 403, code: 'AccessDenied' });
    await location(cluster, 'Unavailable');
    const unavailable = `the location is Unavailable${await alertedBy(stage, 'BackupStorageUnavailable')}`;
    const phase = await backUpSample(cluster, 's3-forbids-everything');
    proxy.heal();
    await location(cluster, 'Available');
    const told = await backupTold(stage, phase);
    return `${unavailable}; ${told}; ${await freeQueue(cluster)}`;
  },
};
