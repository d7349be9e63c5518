import type { Fault } from './fault.ts';
import { backUpSample } from './sample.ts';
import { assertTold, location } from './told.ts';

export const s3ForbidsEverything: Fault = {
  name: 's3-forbids-everything',
  what: 'S3 answers everything with 403 AccessDenied',
  run: async ({ cluster, machine: { proxy } }) => {
    proxy.break({ kind: 'status', status: 403, code: 'AccessDenied' });
    await location(cluster, 'Unavailable');
    const phase = await backUpSample(cluster, 's3-forbids-everything');
    proxy.heal();
    await location(cluster, 'Available');
    return `the location is Unavailable; ${assertTold('the backup', phase)}`;
  },
};
