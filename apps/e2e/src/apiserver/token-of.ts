import { type Client, succeeded } from './client.ts';

interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

/** A token by which a program is the service account. */
export async function tokenOf(
  client: Client,
  { namespace, name }: ServiceAccount,
): Promise<string> {
  const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} };
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`;
  const { status } = succeeded(await client.request('POST', path, { body }));
  return (status as { token: string }).token;
}
