import { readFileSync } from 'node:fs';

import { parse } from 'yaml';

import { CallError } from '../call-error.ts';
import type { Connection } from './client.ts';
import type { Server } from './kubeconfig-of.ts';

/** As it may be; whatever is missing there is told. */
interface Kubeconfig {
  readonly 'current-context'?: string;
  readonly contexts?: readonly { readonly name: string; readonly context: Holder }[];
  readonly clusters?: readonly { readonly name: string; readonly cluster: Holder }[];
  readonly users?: readonly { readonly name: string; readonly user: Holder }[];
}

type Holder = Readonly<Record<string, string | boolean | undefined>>;

/** A cluster that is there already, and who speaks to it. */
export interface KubeconfigCluster {
  readonly connection: Connection;
  readonly server: Server;
}

/**
 * The cluster that a kubeconfig's current context names.
 *
 * @throws CallError for a file that cannot be read, and for credentials other than a token or a client certificate
 */
export function kubeconfigCluster(path: string): KubeconfigCluster {
  try {
    return read(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CallError([`KUBECONFIG ${path}: ${why}`]);
  }
}

function read(path: string): KubeconfigCluster {
  const config = (parse(readFileSync(path, 'utf8')) ?? {}) as Kubeconfig;
  const { context } = named('context', config.contexts, config['current-context']);
  const { cluster } = named('cluster', config.clusters, context['cluster']);
  const { user } = named('user', config.users, context['user']);
  const url = `${cluster['server']}`;
  const { hostname, port, pathname } = new URL(url);
  const [cert, key, ca] = [
    dataOf(user, 'client-certificate'),
    dataOf(user, 'client-key'),
    dataOf(cluster, 'certificate-authority'),
  ];
  const { token } = user;
  if (typeof token !== 'string' && cert === undefined) {
    throw new Error(
      'it logs in neither by a token nor by a client certificate: "kubectl create token" makes one',
    );
  }
  const isTrusted = cluster['insecure-skip-tls-verify'] === true;
  const connection: Connection = {
    host: hostname,
    port: Number(port || 443),
    path: pathname.replace(/\/$/, ''),
    ca: () => ca,
    isTrusted,
    ...(typeof token === 'string' && { token }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
  };
  return {
    connection,
    // Programs refuse an authority beside a certificate that is taken as it is.
    server: { url, isTrusted, ...(!isTrusted && ca !== undefined && { ca }) },
  };
}

/** Data that stands in the file, or in another that it names. */
function dataOf(holder: Holder, key: string): string | undefined {
  const inline = holder[`${key}-data`];
  if (typeof inline === 'string') return Buffer.from(inline, 'base64').toString('utf8');
  const file = holder[key];
  return typeof file === 'string' ? readFileSync(file, 'utf8') : undefined;
}

/** @throws where it does not hold what one of its parts names */
function named<Item extends { readonly name: string }>(
  kind: string,
  items: readonly Item[] = [],
  name: Holder[string] = '',
): Item {
  const found = items.find((item) => item.name === name);
  if (!found) throw new Error(`it has no ${kind} "${name}"`);
  return found;
}
