import { type Client, succeeded } from '../../apiserver/client.ts';
import type { RecordingClient } from '../../apiserver/recording-client.ts';
import { removeNamespaces } from '../../apiserver/remove-namespaces.ts';
import { Cleanups } from '../../cleanups.ts';
import { deletionOf } from '../../velero/backups.ts';
import { waitUntil } from '../../wait-until.ts';
import { list } from './list.ts';
import { releaseSnapshots, snapshots } from './release-snapshots.ts';

const velero = '/apis/velero.io/v1/namespaces/velero';

/** Has Velero delete every backup, with its snapshots; what it cannot delete it leaves behind. */
export async function forgetBackups(client: Client): Promise<void> {
  for (const { metadata } of await list(client, `${velero}/backups`)) {
    await client.apply(deletionOf(`of-${metadata.name}`, metadata.name));
  }
  await waitUntil('every backup is deleted', 120_000, async () => {
    const left = await list(client, `${velero}/deletebackuprequests`);
    return left.every(({ status }) => status?.phase === 'Processed');
  }).catch(() => undefined);
}

/** Where namespaces are. */
export const namespaces = '/api/v1/namespaces';
const volumes = '/api/v1/persistentvolumes';

/** Where the namespaces, volumes and snapshots of a cluster are. */
export async function placesIn(client: Client): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    [namespaces, volumes, snapshots].map(async (collection) => {
      const items = await list(client, collection);
      return items.map(({ metadata }) => `${collection}/${metadata.name}`);
    }),
  );
  return new Set(found.flat());
}

/**
 * Takes everything away that was made in a cluster, or restored into it, when Velero has been stopped.
 *
 * @param before where namespaces, volumes and snapshots were before
 */
export async function leaveAsItWas(
  client: RecordingClient,
  before: ReadonlySet<string>,
): Promise<void> {
  const made = client.close();
  const remove = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) await client.request('DELETE', path);
    await waitUntil('what was made is gone', 120_000, async () => {
      const found = await Promise.all(paths.map((path) => client.request('GET', path)));
      return found.every(({ status }) => status === 404);
    });
  };
  const leaving = new Cleanups();
  leaving.defer(() => remove(made));
  leaving.defer(async () => remove(await volumesOf(client, before)));
  leaving.defer(async () => {
    const emptied = await namespacesOf(client, made, before);
    await removeNamespaces(client, ...emptied);
    await remove(await releaseSnapshots(client, emptied, before));
  });
  leaving.defer(() => freeVelerosObjects(client));
  // Guards keep what they guard also from whoever empties its namespace.
  leaving.defer(() => remove(made.filter(isGuard)));
  await leaving.run();
}

const isGuard = (path: string): boolean => path.includes('/validatingadmissionpolic');

/** Those that were made, by people, drills or restores. */
async function namespacesOf(
  client: Client,
  made: readonly string[],
  before: ReadonlySet<string>,
): Promise<string[]> {
  const found: string[] = [];
  for (const { metadata } of await list(client, namespaces)) {
    const { name, labels = {} } = metadata;
    if (before.has(`${namespaces}/${name}`)) continue;
    const isMade =
      made.includes(`${namespaces}/${name}`) ||
      'resilience-layer/drill' in labels ||
      (await holdsRestored(client, name));
    if (isMade) found.push(name);
  }
  return found;
}

/** Volumes that were restored, and whose claims have gone without them. */
async function volumesOf(client: Client, before: ReadonlySet<string>): Promise<string[]> {
  const found = await list(client, `${volumes}${restored}`);
  return found
    .map(({ metadata }) => `${volumes}/${metadata.name}`)
    .filter((path) => !before.has(path));
}

/** Nobody is left who would see to what their finalizers ask for. */
async function freeVelerosObjects(client: Client): Promise<void> {
  for (const version of ['v1', 'v2alpha1']) {
    const base = `/apis/velero.io/${version}`;
    const { resources } = succeeded(await client.request('GET', base)) as unknown as Discovered;
    for (const { name } of resources.filter((resource) => !resource.name.includes('/'))) {
      const collection = `${base}/namespaces/velero/${name}`;
      for (const { metadata } of await list(client, collection)) {
        if (!metadata.finalizers) continue;
        await client.request('PATCH', `${collection}/${metadata.name}`, {
          body: { metadata: { finalizers: null } },
          contentType: 'application/merge-patch+json',
        });
      }
    }
  }
}

interface Discovered {
  readonly resources: readonly { readonly name: string }[];
}

/** What is restored is labelled by its restore; a namespace that is made for it is not. */
async function holdsRestored(client: Client, namespace: string): Promise<boolean> {
  for (const kind of ['configmaps', 'pods', 'persistentvolumeclaims']) {
    const found = await list(client, `${namespaces}/${namespace}/${kind}${restored}&limit=1`);
    if (found.length > 0) return true;
  }
  return false;
}

/** What a restore has made, as a query. */
const restored = '?labelSelector=velero.io/restore-name';
