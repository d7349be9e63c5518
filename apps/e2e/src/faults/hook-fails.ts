import type { Fault } from './fault.ts';
import { backUpFiles } from './files.ts';
import { hooked } from './hooked.ts';
import { backupTold } from './told.ts';

export const hookFails: Fault = {
  name: 'hook-fails',
  what: 'a hook that has to succeed before a backup ends with 1',
  needsNode: true,
  run: async (stage) => {
    const { cluster } = stage;
    const edit = hooked(['sh', '-c', 'echo the database refuses; exit 1'], '30s');
    return backupTold(stage, await backUpFiles(cluster, 'hook-fails', edit));
  },
};
