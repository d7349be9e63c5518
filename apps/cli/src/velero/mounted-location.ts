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
  readonly spec?: {
    readonly objectStorage?: { readonly bucket?: string; readonly prefix?: string };
  };
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
  const { bucket = 'none', prefix = '' } = found?.spec?.objectStorage ?? {};
  const [is, expected] = [addressOf(bucket, prefix), addressOf(backups.bucket, backups.prefix)];
  if (is !== expected) {
    const mounts = `the cluster of the context ${context} has its backups in ${is}`;
    throw new Refusal(`${mounts}, and ${name} in ${expected}: pass --context of its cluster`);
  }
  return { bucket, phase: found?.status?.phase ?? 'New', context };
}

const addressOf = (bucket: string, prefix: string): string =>
  [bucket, ...prefix.split('/')].filter((part) => part !== '').join('/');
