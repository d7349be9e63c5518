import { endOf } from '../velero/backups.ts';
import { waitUntil } from '../wait-until.ts';
import type { Fault } from './fault.ts';
import { filesBackup, restoreFiles } from './files.ts';
import { backupTold } from './told.ts';

export const nodeAgentKilled: Fault = {
  name: 'node-agent-killed',
  what: 'the node-agent is killed while files are copied',
  needsNode: true,
  run: async (stage) => {
    const {
      cluster,
      machine: { proxy },
    } = stage;
    const { client, kubectl } = cluster;
    const backup = filesBackup('node-agent-killed');
    proxy.break(
      { kind: 'slow', milliseconds: 8_000 },
      ({ method, path }) => method === 'PUT' && path.includes('/kopia/'),
    );
    await client.apply(backup);
    const phases = ['--namespace=velero', '--output=jsonpath={.items[*].status.phase}'];
    await waitUntil('files are copied', 120_000, async () => {
      return (await kubectl(['get', 'podvolumebackups', ...phases])).includes('InProgress');
    });
    const agents = ['pods', '--namespace=velero', '--selector=role=node-agent'];
    await kubectl(['delete', ...agents, '--grace-period=0', '--force']);
    proxy.heal();
    await kubectl(['rollout', 'status', 'daemonset/node-agent', '--namespace=velero']);
    const phase = await endOf(client, backup, 300_000);
    if (phase !== 'Completed') return backupTold(stage, phase);
    const restored = await restoreFiles(cluster, 'of-node-agent-killed', 'node-agent-killed');
    if (restored !== 'Completed')
      throw new Error(`the backup is Completed, its restore ${restored}`);
    return 'the copying goes on: the backup is Completed, and all files restore';
  },
};
