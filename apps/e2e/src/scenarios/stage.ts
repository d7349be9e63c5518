import type { Manifest } from '../apiserver/client.ts';
import type { Cluster } from '../platform/cluster.ts';
import type { Machine } from '../platform/machine.ts';
import type { ProtectedService } from '../services/service.ts';
import { ended, scheduled } from '../velero/backups.ts';
import { resultsOf } from '../velero/results.ts';
import { waitUntil } from '../wait-until.ts';

/** Where scenarios are played: a machine, and the cluster that is on it now. */
export interface Stage {
  readonly machine: Machine;
  readonly cluster: () => Cluster;
  /**
   * Takes the cluster away, as when nothing of it is left, and starts another.
   *
   * @param environment of which the rendered files are installed
   */
  readonly replaceCluster: (environment: string) => Promise<Cluster>;
}

/** Installs a service, and waits until it has all its data. */
export async function deploy(cluster: Cluster, service: ProtectedService): Promise<void> {
  for (const object of service.objects) await cluster.client.apply(object);
  await ready(cluster, service);
}

/** Waits until every workload of a service has the pods that it wants. */
export async function ready({ client }: Cluster, service: ProtectedService): Promise<void> {
  const { namespace, objects } = service;
  const workloads = objects.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
  const paths = await Promise.all(workloads.map((each) => client.pathOf(each)));
  await waitUntil(`every pod of ${namespace} is ready`, 300_000, async () => {
    const found = await Promise.all(paths.map((path) => client.request('GET', path)));
    return found.every(({ status, body }) => status === 200 && isReady(body as Workload));
  });
}

interface Workload {
  readonly metadata: { readonly generation: number };
  readonly spec: { readonly replicas: number };
  readonly status: { readonly readyReplicas?: number; readonly observedGeneration?: number };
}

const isReady = ({ metadata, spec, status }: Workload): boolean =>
  status.observedGeneration === metadata.generation &&
  (status.readyReplicas ?? 0) === spec.replicas;

/**
 * Makes a backup as a rendered schedule does.
 *
 * @param only the namespaces that are backed up, where others are being destroyed meanwhile
 * @throws where it does not complete
 */
export async function backUp(
  cluster: Cluster,
  schedule: string,
  name: string,
  only?: readonly string[],
): Promise<string> {
  const { client, installed } = cluster;
  const found = installed.objects.find(
    ({ kind, metadata }) => kind === 'Schedule' && metadata.name === schedule,
  );
  if (!found) throw new Error(`there is no schedule ${schedule}`);
  const backup = scheduled(name, found, only && { includedNamespaces: only });
  const phase = await ended(client, backup, 600_000);
  if (phase !== 'Completed') throw new Error(`${name} is ${phase}: ${await said(cluster, backup)}`);
  return name;
}

/** What Velero says of an object of its own, and of what it has made of its volumes. */
export async function said(cluster: Cluster, object: Manifest): Promise<string> {
  const { client, kubectl } = cluster;
  const { body } = await client.request('GET', await client.pathOf(object));
  const { status } = body as { readonly status?: object };
  const volumes = 'datauploads,datadownloads,podvolumebackups,podvolumerestores';
  const moved = await kubectl(['get', volumes, '--namespace=velero', '--output=yaml']);
  const messages = moved.split('\n').filter((line) => /^ {4}(message|phase):/.test(line));
  const results = await resultsOf(cluster, object).then(({ text }) => text, String);
  return `${JSON.stringify(status)}\n${messages.join('\n')}\n${results}`;
}

/** Lets time pass in which a service goes on writing. */
export async function writesOn(cluster: Cluster, service: ProtectedService): Promise<void> {
  const { newest } = await service.look(cluster.kubectl);
  // All rows are added up each time, and one is written in a second.
  await waitUntil(
    `${service.name} writes on`,
    60_000,
    async () => (await service.look(cluster.kubectl)).newest >= newest + 3,
    3_000,
  );
}
