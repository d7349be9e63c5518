import type { BackupList } from '../../backup/list.ts';
import { verb } from '../../command-line/verb.ts';
import type { ClusterFlags } from '../../kubernetes/cluster-flags.ts';
import { clusterFlags } from './cluster-flags.ts';

export const list = verb<ClusterFlags, BackupList>({
  summary: 'list backups, and which services each can serve; exit with 1 when one has none',
  flags: clusterFlags,
  examples: ['backup list --env production', 'backup list --env dr --context dr --json'],
  notes:
    'Which services a backup can serve is judged by the step choose-backup of the runbooks, which needs sh and jq.',
  result: {
    backups:
      'each backup, the newest first: `name`, `phase`, `startedAt`, `ageSeconds`, `expiresAt`, `location`, `errors`, `warnings`, and the services that it `serves`',
    unserved: 'declared services that no backup can serve',
  },
  run: async (flags) => {
    const { listBackups } = await import('../../backup/list.ts');
    return listBackups(flags);
  },
});
