import type { Fault } from './fault.ts';
import { backUpSample } from './sample.ts';
import { backupTold } from './told.ts';

export const s3CutsUploads: Fault = {
  name: 's3-cuts-uploads',
  what: 'the connection is cut in the middle of each upload',
  run: async (stage) => {
    const {
      cluster,
      machine: { proxy },
    } = stage;
    proxy.break({ kind: 'cut', after: 500 }, ({ method }) => method === 'PUT');
    const phase = await backUpSample(cluster, 's3-cuts-uploads');
    proxy.heal();
    return backupTold(stage, phase);
  },
};
