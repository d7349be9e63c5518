import { endOf } from '../velero/backups.ts';
import { waitUntil } from '../wait-until.ts';
import type { Fault } from './fault.ts';
import { filesBackup } from './files.ts';
import { assertTold } from './told.ts';

export const moverKilled: Fault = {
  name: 'mover-killed',
  what: 'the pod that copies files is killed in the middle',
  needsNode: true,
  run: async ({ cluster, machine: { proxy } }) => {
    const { client, kubectl } = cluster;
    const backup = filesBackup('mover-killed');
    proxy.break(
      { kind: 'slow', milliseconds: 15_000 },
      ({ method, path }) => method === 'PUT' && path.includes('/kopia/'),
    );
    await client.apply(backup);
    const pods = ['pods', '--namespace=velero', '--output=jsonpath={.items[*].metadata.name}'];
    const mover = await waitUntil('files are copied', 120_000, async () => {
      const running = await kubectl(['get', ...pods, '--field-selector=status.phase=Running']);
      return running.split(' ').find((name) => name.startsWith('mover-killed'));
    });
    const now = ['--grace-period=0', '--force', '--namespace=velero'];
    await kubectl(['delete', 'pod', mover, ...now]);
    proxy.heal();
    return assertTold('the backup', await endOf(client, backup, 300_000));
  },
};
