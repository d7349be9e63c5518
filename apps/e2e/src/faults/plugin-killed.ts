import { readdirSync, readFileSync } from 'node:fs';

import { endOf } from '../velero/backups.ts';
import { waitUntil } from '../wait-until.ts';
import type { Fault } from './fault.ts';
import { sampleBackup } from './sample.ts';
import { backupTold, reaches } from './told.ts';

export const pluginKilled: Fault = {
  name: 'plugin-killed',
  what: 'the process of the AWS plugin is killed while a backup is uploaded',
  run: async (stage) => {
    const {
      cluster,
      machine: { proxy },
    } = stage;
    const { client } = cluster;
    const backup = sampleBackup('plugin-killed');
    proxy.break({ kind: 'slow', milliseconds: 15_000 }, ({ method }) => method === 'PUT');
    await client.apply(backup);
    await reaches(cluster, backup, ['InProgress']);
    const plugins = await waitUntil('the plugin runs', 30_000, async () => {
      const found = childrenOf(cluster.velero().pid, 'velero-plugin-for-aws');
      return found.length > 0 && found;
    });
    for (const id of plugins) process.kill(id, 'SIGKILL');
    proxy.heal();
    return backupTold(stage, await endOf(client, backup, 120_000));
  },
};

/** The processes that a process has started from a program. */
function childrenOf(parent: number, program: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      try {
        const [, , , of] = readFileSync(`/proc/${id}/stat`, 'utf8').split(' ');
        return (
          Number(of) === parent && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(program)
        );
      } catch {
        // It has ended meanwhile.
        return false;
      }
    })
    .map(Number);
}
