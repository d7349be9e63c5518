import { veleroServiceAccount } from '@resilience/config/names';

import { type Client, type Manifest, succeeded } from '../apiserver/client.ts';
import { userName } from '../apiserver/user-name.ts';

/** An object with the state that a controller or a kubelet writes into it. */
export interface Put extends Manifest {
  readonly status?: object;
}

/** Who makes what Velero makes: the guards of an environment let nobody else. */
const velero = userName(veleroServiceAccount);

/** Applies an object, and writes its state as its own controller would. */
export async function put(client: Client, object: Put): Promise<void> {
  const { status, ...rest } = object;
  const as = object.apiVersion.startsWith('velero.io/') ? velero : undefined;
  await client.apply(rest, as);
  if (!status) return;
  const path = await client.pathOf(object);
  const options = {
    body: { status },
    contentType: 'application/merge-patch+json',
    ...(as !== undefined && { as }),
  };
  const answer = await client.request('PATCH', `${path}/status`, options);
  // Most kinds of Velero have no subresource for their state.
  succeeded(answer.status === 404 ? await client.request('PATCH', path, options) : answer);
}

/** @param as who deletes; the administrator where nobody is named */
export async function remove(client: Client, object: Manifest, as?: string): Promise<void> {
  const options = as === undefined ? {} : { as };
  succeeded(await client.request('DELETE', await client.pathOf(object), options));
}
