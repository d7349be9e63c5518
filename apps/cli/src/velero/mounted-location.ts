import type { Environment } from '@resilience/config/environment';
import { location } from '@resilience/workflows/backup-choice';

import type { Kubectl } from '../kubernetes/kubectl.ts';
import { Refusal } from '../refusal.ts';
import { inVelero } from './velero-namespace.ts';

/** Where the cluster's Velero has its backups. */
export interface MountedLocation {
  readonly bucket: string;
  /** As Velero last found it. */
  readonly phase: string;
  readonly context: string;
}

interface BackupStorageLocation {
  readonly spec?: { readonly objectStorage?: { readonly bucket?: string } };
  readonly status?: { readonly phase?: string };
}

/**
 * The location of the cluster that kubectl is logged in to, which has to be the environment's own.
 *
 * @throws {Refusal} when it is another environment's cluster
 */
export async function mountedLocation(
  kubectl: Kubectl,
  { name, backups }: Environment,
): Promise<MountedLocation> {
  const context = kubectl.context ?? (await kubectl.text(['config', 'current-context'])).trim();
  const words = ['get', 'backupstoragelocations.velero.io', location, ...inVelero];
  const found = await kubectl.json<BackupStorageLocation>(words);
  const bucket = found?.spec?.objectStorage?.bucket ?? 'none';
  if (bucket !== backups.bucket) {
    const is = `the cluster of the context ${context} has its backups in ${bucket}`;
    throw new Refusal(`${is}, and ${name} in ${backups.bucket}: pass --context of its cluster`);
  }
  return { bucket, phase: found?.status?.phase ?? 'New', context };
}
