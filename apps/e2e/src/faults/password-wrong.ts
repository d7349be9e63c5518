import { repositoryPassword } from '../platform/repository-password.ts';
import type { Cluster } from '../platform/cluster.ts';
import type { Fault } from './fault.ts';
import { backUpFiles } from './files.ts';
import { backupTold } from './told.ts';

export const passwordWrong: Fault = {
  name: 'password-wrong',
  what: 'the cluster has another password than the one that the repositories in the bucket have',
  needsNode: true,
  run: async (stage) => {
    const { cluster } = stage;
    await setPassword(cluster, 'another-password');
    const phase = await backUpFiles(cluster, 'password-wrong');
    await setPassword(cluster, repositoryPassword);
    return backupTold(stage, phase);
  },
};

/** A cluster that is new knows no repository, and connects to what is in the bucket. */
async function setPassword(
  { client, kubectl, killVelero, startVelero }: Cluster,
  password: string,
) {
  await client.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'velero-repo-credentials', namespace: 'velero' },
    stringData: { 'repository-password': password },
  });
  await kubectl(['delete', 'backuprepositories', '--all', '--namespace=velero']);
  await killVelero();
  await startVelero();
}
