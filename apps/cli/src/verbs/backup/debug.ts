import type { Collected, DebugFlags } from '../../backup/debug.ts';
import { optional, required, withDefault } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import { clusterFlags } from './cluster-flags.ts';

export const debug = verb<DebugFlags, Collected>({
  summary: 'collect what support asks for; exit with 1 when some of it could not be had',
  flags: {
    ...clusterFlags,
    output: required('<folder>', 'a new folder'),
    backup: optional('<name>', 'with the log and the lists of this backup'),
    since: withDefault('<duration>', 'how far logs of pods go back, such as 24h', '24h'),
  },
  examples: [
    'backup debug --env production --output ./velero-2026-11-24',
    'backup debug --env production --output ./bundle --backup daily-20261124020000 --since 48h',
    '$ tar --create --gzip --file bundle.tar.gz bundle',
  ],
  notes:
    'No Secret, ConfigMap or DownloadRequest is collected, and of pods only their state. Read it before it is sent.',
  result: {
    files: 'what was written, from the folder',
    missing: 'what could not be had: its `path`, and `why`',
  },
  run: async (flags) => {
    const { debugBackups } = await import('../../backup/debug.ts');
    return debugBackups(flags);
  },
});
