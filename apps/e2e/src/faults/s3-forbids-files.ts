import type { Fault } from './fault.ts';
import { backUpFiles } from './files.ts';
import { backupTold } from './told.ts';

export const s3ForbidsFiles: Fault = {
  name: 's3-forbids-files',
  what: 'S3 answers 403 AccessDenied to uploads of files, and to nothing else',
  needsNode: true,
  run: async (stage) => {
    const {
      cluster,
      machine: { proxy },
    } = stage;
    const denied = { kind: 'status', status: 403, code: 'AccessDenied' } as const;
    proxy.break(denied, ({ method, path }) => method === 'PUT' && path.includes('/kopia/'));
    const phase = await backUpFiles(cluster, 's3-forbids-files');
    proxy.heal();
    return backupTold(stage, phase);
  },
};
