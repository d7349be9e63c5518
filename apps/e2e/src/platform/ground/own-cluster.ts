import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type ControlPlane, startControlPlane } from '../../apiserver/control-plane.ts';
import { installCustomResources } from '../../apiserver/custom-resources.ts';
import { kubeconfigOf } from '../../apiserver/kubeconfig-of.ts';
import { Cleanups } from '../../cleanups.ts';
import { startControllers } from '../../kubernetes/controllers.ts';
import { snapshotKinds } from '../storage/snapshot-kinds.ts';
import { storageObjects } from '../storage/storage.ts';
import type { BareCluster } from './ground.ts';

interface Options {
  /** Where the API server listens, where that matters. */
  readonly at?: { readonly address: string; readonly port: number };
  /** Adds what pods need. */
  readonly furnish?: (controlPlane: ControlPlane, cleanups: Cleanups) => Promise<void>;
}

/** Starts an API server with its controllers, and with what a cluster on AWS knows of volumes. */
export async function startOwnCluster({ at, furnish }: Options): Promise<BareCluster> {
  const cleanups = new Cleanups();
  try {
    const controlPlane = await startControlPlane({ hasControllers: true, ...at });
    cleanups.defer(controlPlane.stop);
    cleanups.defer((await startControllers(controlPlane)).stop);
    const { client, access, restartApiserver } = controlPlane;
    await installCustomResources(client, new Set(snapshotKinds));
    for (const object of storageObjects) await client.apply(object);
    await furnish?.(controlPlane, cleanups);
    const folder = mkdtempSync(join(tmpdir(), 'resilience-cluster-'));
    cleanups.defer(() => rmSync(folder, { recursive: true, force: true }));
    const kubeconfig = join(folder, 'kubeconfig');
    writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(access)), { mode: 0o600 });
    const { url } = access;
    return {
      client,
      server: { url, isTrusted: true },
      kubeconfig,
      restartApiserver,
      stop: () => cleanups.run(),
    };
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}
