import type { NotRead, SourceFile } from '@resilience/audit/source-file';

import { type Kubectl, kubectlOf } from '../kubernetes/kubectl.ts';
import { Refusal } from '../refusal.ts';
import type { ReadFiles } from './read-folder.ts';

/** Kinds that say what is protected, and how. Secrets are asked for by one name, of which the value is not read. */
const kinds = [
  'schedules.velero.io',
  'backupstoragelocations.velero.io',
  'volumesnapshotlocations.velero.io',
  'backups.velero.io',
  'namespaces',
  'deployments.apps',
  'statefulsets.apps',
  'daemonsets.apps',
  'cronjobs.batch',
  'persistentvolumeclaims',
  'persistentvolumes',
  'storageclasses.storage.k8s.io',
  'volumesnapshotclasses.snapshot.storage.k8s.io',
  'nodes',
] as const;

/** ConfigMaps hold volume policies, in Velero's own namespace. */
const policies = 'configmaps';

/**
 * The objects of a cluster, read only. Kinds that the cluster does not have, or that may not be read, are listed.
 *
 * @throws {Refusal} where the cluster cannot be asked at all
 */
export async function readCluster(context: string): Promise<ReadFiles> {
  const kubectl = kubectlOf(context);
  await kubectl.text(['version']);
  const read: (SourceFile | NotRead)[] = [];
  for (const kind of kinds) read.push(await readKind(kubectl, kind, ['--all-namespaces']));
  const namespace = namespaceOf(read);
  read.push(await readKind(kubectl, policies, ['--namespace', namespace]));
  read.push(await readPassword(kubectl, namespace));
  return {
    files: read.flatMap((one) => ('text' in one ? [one] : [])),
    notRead: read.flatMap((one) => ('why' in one ? [one] : [])),
  };
}

async function readKind(
  kubectl: Kubectl,
  kind: string,
  where: readonly string[],
): Promise<SourceFile | NotRead> {
  try {
    const text = await kubectl.text(['get', kind, ...where, '--output', 'json']);
    return { path: `${kind}.json`, text };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { file: `${kind}.json`, line: 1, why: whyNot(error.message) };
  }
}

function whyNot(message: string): string {
  if (/doesn't have a resource type|could not find the requested resource/.test(message))
    return 'the cluster has no such kind';
  if (/Forbidden|cannot list/.test(message)) return 'may not be read: grant get and list on it';
  return message;
}

/** Where Velero's locations are. */
function namespaceOf(read: readonly (SourceFile | NotRead)[]): string {
  const file = read.find((one) => 'text' in one && one.path.startsWith('backupstoragelocations'));
  if (!file || !('text' in file)) return 'velero';
  return /"namespace":\s*"([^"]+)"/.exec(file.text)?.[1] ?? 'velero';
}

/** That the Secret is there, without its value. */
async function readPassword(kubectl: Kubectl, namespace: string): Promise<SourceFile | NotRead> {
  const name = 'velero-repo-credentials';
  const path = `secrets/${name}.json`;
  try {
    await kubectl.text(['get', 'secret', name, '--namespace', namespace, '--output', 'name']);
    const object = { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace } };
    return { path, text: JSON.stringify(object) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { file: path, line: 1, why: whyNot(error.message) };
  }
}
