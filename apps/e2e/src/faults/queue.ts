import type { Cluster } from '../platform/cluster.ts';

/**
 * Velero 1.18 may take a backup that it refuses at once for one that runs, and begin no other: it notes that one is
 * about to start after it has let it. What it has noted is gone with the server.
 *
 * @returns that, for people
 */
export async function freeQueue({ killVelero, startVelero }: Cluster): Promise<string> {
  await killVelero();
  await startVelero();
  return 'where the next ones stay Queued, the server has to be restarted';
}
