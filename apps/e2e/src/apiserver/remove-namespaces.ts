import type { Client } from './client.ts';
import { waitUntil } from '../wait-until.ts';

/** Deletes namespaces, and waits until they are gone. */
export async function removeNamespaces(client: Client, ...names: readonly string[]): Promise<void> {
  const paths = names.map((name) => `/api/v1/namespaces/${name}`);
  for (const path of paths) await client.request('DELETE', path);
  for (const path of paths) {
    await waitUntil(`${path} is gone`, 300_000, async () => {
      return (await client.request('GET', path)).status === 404;
    });
  }
}
