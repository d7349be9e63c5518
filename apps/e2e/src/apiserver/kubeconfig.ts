import { readFileSync } from 'node:fs';

import { parse } from 'yaml';

import { Client } from './client.ts';

interface Kubeconfig {
  readonly 'current-context': string;
  readonly contexts: readonly {
    readonly name: string;
    readonly context: { readonly cluster: string; readonly user: string };
  }[];
  readonly clusters: readonly {
    readonly name: string;
    readonly cluster: Readonly<Record<string, string>>;
  }[];
  readonly users: readonly {
    readonly name: string;
    readonly user: Readonly<Record<string, string>>;
  }[];
}

/**
 * The cluster that a kubeconfig's current context names.
 *
 * @throws for credentials other than a token or a client certificate
 */
export function kubeconfigCluster(path: string): { readonly client: Client; readonly url: string } {
  const config = parse(readFileSync(path, 'utf8')) as Kubeconfig;
  const named = <Item extends { name: string }>(items: readonly Item[], name: string): Item => {
    const found = items.find((item) => item.name === name);
    if (!found) throw new Error(`${path} has no ${name}`);
    return found;
  };
  const { context } = named(config.contexts, config['current-context']);
  const { cluster } = named(config.clusters, context.cluster);
  const { user } = named(config.users, context.user);
  const { server: url = '' } = cluster;
  const { hostname, port, pathname } = new URL(url);
  const [cert, key, ca] = [
    dataOf(user, 'client-certificate'),
    dataOf(user, 'client-key'),
    dataOf(cluster, 'certificate-authority'),
  ];
  const token = user['token'];
  if (token === undefined && cert === undefined) {
    throw new Error(`${path} logs in neither by a token nor by a client certificate`);
  }
  const client = new Client({
    host: hostname,
    port: Number(port || 443),
    path: pathname.replace(/\/$/, ''),
    ca: () => ca,
    ...(token !== undefined && { token }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
  });
  return { client, url };
}

/** Data that stands in the file, or in another that it names. */
function dataOf(holder: Readonly<Record<string, string>>, key: string): string | undefined {
  const inline = holder[`${key}-data`];
  if (inline !== undefined) return Buffer.from(inline, 'base64').toString('utf8');
  const file = holder[key];
  return file === undefined ? undefined : readFileSync(file, 'utf8');
}
