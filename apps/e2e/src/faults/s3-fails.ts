import type { Fault } from './fault.ts';
import { backUpSample } from './sample.ts';
import { backupTold } from './told.ts';

export const s3Fails: Fault = {
  name: 's3-fails',
  what: 'S3 answers every upload with 500 InternalError, however often it is tried',
  run: async (stage) => {
    const {
      cluster,
      machine: { proxy },
    } = stage;
    const broken = { kind: 'status', status: 500, code: 'InternalError' } as const;
    proxy.break(broken, ({ method }) => method === 'PUT' || method === 'POST');
    const phase = await backUpSample(cluster, 's3-fails');
    proxy.heal();
    return backupTold(stage, phase);
  },
};
