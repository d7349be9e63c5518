import type { Fault } from './fault.ts';
import { backUpFiles } from './files.ts';
import { hooked } from './hooked.ts';
import { backupTold } from './told.ts';

export const hookHangs: Fault = {
  name: 'hook-hangs',
  what: 'a hook that has to succeed before a backup does not end within its time',
  needsNode: true,
  run: async (stage) => {
    const { cluster } = stage;
    const edit = hooked(['sleep', '600'], '5s');
    return backupTold(stage, await backUpFiles(cluster, 'hook-hangs', edit));
  },
};
