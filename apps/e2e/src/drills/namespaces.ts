import { deepEqual } from 'node:assert/strict';

import type { Cluster } from '../platform/cluster.ts';

/** The namespaces that a run has made, and which are there now. */
export async function namespacesOf({ kubectl }: Cluster, run: string): Promise<string[]> {
  const ours = `--selector=resilience-layer/workflow=${run}`;
  const names = await kubectl(['get', 'namespaces', ours, '--output=name']);
  return names
    .split('\n')
    .filter((name) => name !== '')
    .map((name) => name.replace('namespace/', ''));
}

/** @throws where a run has left namespaces or volumes behind */
export async function assertNothingLeft(cluster: Cluster, run: string): Promise<void> {
  deepEqual(await namespacesOf(cluster, run), []);
  const claims = '--output=jsonpath={.items[*].spec.claimRef.namespace}';
  const inUse = await cluster.kubectl(['get', 'persistentvolumes', claims]);
  deepEqual(
    inUse.split(' ').filter((namespace) => namespace.startsWith('drill-')),
    [],
  );
}
