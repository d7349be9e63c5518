import type { Fault } from './fault.ts';
import { backUpSample } from './sample.ts';
import { backupTold } from './told.ts';

export const s3ForbidsWriting: Fault = {
  name: 's3-forbids-writing',
  what: 'S3 answers every upload with 403 AccessDenied',
  run: async (stage) => {
    const {
      cluster,
      machine: { proxy },
    } = stage;
    const denied = { kind: 'status', status: 403, code: 'AccessDenied' } as const;
    proxy.break(denied, ({ method }) => method === 'PUT' || method === 'POST');
    const phase = await backUpSample(cluster, 's3-forbids-writing');
    proxy.heal();
    return backupTold(stage, phase);
  },
};
