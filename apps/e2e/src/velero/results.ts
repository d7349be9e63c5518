import { gunzipSync } from 'node:zlib';

import { type Client, type Manifest, succeeded } from '../apiserver/client.ts';
import { veleroObject } from './backups.ts';
import { waitUntil } from '../wait-until.ts';

interface Results {
  /** All that was said. */
  readonly text: string;
  readonly warnings: number;
  readonly errors: number;
}

interface Request extends Manifest {
  readonly status?: { readonly downloadURL?: string };
}

interface Counted extends Manifest {
  readonly status?: { readonly warnings?: number; readonly errors?: number };
}

/** What Velero wrote of a backup or restore into the bucket, as `velero restore describe` shows it. */
export async function resultsOf(client: Client, object: Manifest): Promise<Results> {
  const { name } = object.metadata;
  const request = veleroObject('DownloadRequest', `results-of-${name}`, {
    spec: { target: { kind: `${object.kind}Results`, name } },
  });
  await client.apply(request);
  const path = await client.pathOf(request);
  const url = await waitUntil('the results can be read', 60_000, async () => {
    return (succeeded(await client.request('GET', path)) as Request).status?.downloadURL;
  });
  const text = gunzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).toString('utf8');
  const { status } = succeeded(await client.request('GET', await client.pathOf(object))) as Counted;
  return { text, warnings: status?.warnings ?? 0, errors: status?.errors ?? 0 };
}
