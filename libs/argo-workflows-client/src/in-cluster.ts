import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ConnectionOptions } from './connection.ts';
import { httpsFetch } from './https-fetch.ts';

export interface InClusterOptions {
  /** Where the pod's service account is mounted, with `token` and `ca.crt` in it. */
  readonly folder?: string;
  /** Who signs the server's certificate, when it is not the cluster; a PEM file. */
  readonly caFile?: string;
}

/**
 * How a pod logs in: by the token of its service account, to a server whose certificate the cluster
 * has signed. Both files are read for each request, as Kubernetes replaces them while the pod runs.
 */
export function inCluster(
  options: InClusterOptions = {},
): Required<Pick<ConnectionOptions, 'fetch' | 'token'>> {
  const { folder = '/var/run/secrets/kubernetes.io/serviceaccount' } = options;
  const { caFile = join(folder, 'ca.crt') } = options;
  return {
    token: () => readFile(join(folder, 'token'), 'utf8'),
    fetch: httpsFetch(async () => ({ ca: await readFile(caFile, 'utf8') })),
  };
}
