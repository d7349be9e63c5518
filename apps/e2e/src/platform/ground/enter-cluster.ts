import { kubeconfigCluster } from '../../apiserver/kubeconfig.ts';
import type { Server } from '../../apiserver/kubeconfig-of.ts';
import { RecordingClient } from '../../apiserver/recording-client.ts';
import { CallError } from '../../call-error.ts';
import { leaveAsItWas, namespaces, placesIn } from './leave-as-it-was.ts';

/** A cluster that is somebody else's. */
export interface EnteredCluster {
  readonly client: RecordingClient;
  readonly server: Server;
  /** What is in the way there, a line each. */
  readonly problems: readonly string[];
  /** Takes everything away that was made, when Velero has been stopped. */
  readonly leave: () => Promise<void>;
}

/**
 * Finds the cluster that a kubeconfig names.
 *
 * @param wanted the namespaces that will be made there
 * @throws CallError where it does not answer
 */
export async function enterCluster(
  kubeconfig: string,
  wanted: readonly string[],
): Promise<EnteredCluster> {
  const { connection, server } = kubeconfigCluster(kubeconfig);
  const client = new RecordingClient(connection);
  const { status } = await client.request('GET', namespaces).catch((error) => {
    throw new CallError([`KUBECONFIG ${kubeconfig}: ${server.url} does not answer: ${error}`]);
  });
  if (status !== 200) {
    throw new CallError([`KUBECONFIG ${kubeconfig}: ${server.url} shows no namespaces: ${status}`]);
  }
  const before = await placesIn(client);
  const inTheWay = wanted.filter((name) => before.has(`${namespaces}/${name}`));
  return {
    client,
    server,
    problems: inTheWay.map(
      (name) => `${server.url} has a namespace ${name}: name a cluster without it`,
    ),
    leave: () => leaveAsItWas(client, before),
  };
}
