import type { Fault } from './fault.ts';
import { backUpFiles } from './files.ts';
import { hooked } from './hooked.ts';
import { assertTold } from './told.ts';

export const hookHangs: Fault = {
  name: 'hook-hangs',
  what: 'a hook that has to succeed before a backup does not end within its time',
  needsNode: true,
  run: async ({ cluster }) => {
    const edit = hooked(['sleep', '600'], '5s');
    return assertTold('the backup', await backUpFiles(cluster, 'hook-hangs', edit));
  },
};
