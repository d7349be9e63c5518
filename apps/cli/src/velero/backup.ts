import { type Kubectl, NotFound } from '../kubernetes/kubectl.ts';
import { Refusal } from '../refusal.ts';
import { inVelero } from './velero-namespace.ts';

/** A Backup of Velero, as far as commands tell of it. */
export interface Backup {
  readonly metadata: {
    readonly name: string;
    readonly creationTimestamp?: string;
    readonly deletionTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly storageLocation?: string;
    readonly includedNamespaces?: readonly string[];
  };
  readonly status?: {
    readonly phase?: string;
    readonly startTimestamp?: string;
    readonly completionTimestamp?: string;
    readonly expiration?: string;
    readonly errors?: number;
    readonly warnings?: number;
    readonly failureReason?: string;
    readonly validationErrors?: readonly string[];
    readonly progress?: { readonly itemsBackedUp?: number; readonly totalItems?: number };
  };
}

/** All that Velero knows of, the newest first. */
export async function backupsOf(kubectl: Kubectl): Promise<Backup[]> {
  const words = ['get', 'backups.velero.io', ...inVelero];
  const found = await kubectl.json<{ readonly items: readonly Backup[] }>(words);
  return (found?.items ?? []).toSorted((a, b) => beganAt(b) - beganAt(a));
}

/** @throws {Refusal} where there is none by that name */
export async function backupOf(kubectl: Kubectl, name: string): Promise<Backup | undefined> {
  try {
    return await kubectl.json<Backup>(['get', 'backups.velero.io', name, ...inVelero]);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new Refusal(`Velero knows no backup ${name}; resilience backup list shows all`, {
      cause: error,
    });
  }
}

/** Milliseconds since 1970; one that has not begun is as old as its object. */
export const beganAt = ({ metadata, status }: Backup): number =>
  Date.parse(status?.startTimestamp ?? metadata.creationTimestamp ?? '') || 0;
