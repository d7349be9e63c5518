import type { Described } from '../../backup/described.ts';
import { verb } from '../../command-line/verb.ts';
import type { ClusterFlags } from '../../kubernetes/cluster-flags.ts';
import { clusterFlags } from './cluster-flags.ts';

export const describe = verb<ClusterFlags, Described>({
  summary: 'show a backup and each of its volumes; exit with 1 when something is missing',
  arguments: [{ name: 'backup', text: 'its name' }],
  flags: clusterFlags,
  examples: ['backup describe daily-20261124020000 --env production'],
  notes:
    'What became of each volume is fetched from the bucket, as velero backup describe --details does.',
  result: {
    backup: 'the Backup as Velero has it',
    services:
      'each declared `service`, with the `refusal` that keeps it from being restored, or null',
    volumes: 'what became of each volume, or `known: false` and `why`',
    movements:
      'each copy into the bucket: `kind`, `volume`, `phase`, `bytesDone`, `totalBytes`, `message`',
  },
  run: async (flags, { words: [name = ''] }) => {
    const { describeBackup } = await import('../../backup/describe.ts');
    return describeBackup(name, flags);
  },
});
