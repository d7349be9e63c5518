import type { BackupLog } from '../../backup/logs.ts';
import { verb } from '../../command-line/verb.ts';
import type { ClusterFlags } from '../../kubernetes/cluster-flags.ts';
import { clusterFlags } from './cluster-flags.ts';

export const logs = verb<ClusterFlags, BackupLog>({
  summary: 'print the log of a backup',
  arguments: [{ name: 'backup', text: 'its name' }],
  flags: clusterFlags,
  examples: ['backup logs daily-20261124020000 --env production | grep level=error'],
  result: { backup: 'its name', lines: 'the lines of its log' },
  run: async (flags, { words: [name = ''] }) => {
    const { backupLogs } = await import('../../backup/logs.ts');
    return backupLogs(name, flags);
  },
});
