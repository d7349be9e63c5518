import type { Manifest } from '../apiserver/client.ts';
import type { Cluster } from '../platform/cluster.ts';
import { alertedBy } from '../platform/watch.ts';
import { waitUntil } from '../wait-until.ts';
import type { FaultStage } from './fault.ts';

/** Phases that nobody takes for a success. */
const unwell = new Set(['Failed', 'PartiallyFailed', 'FailedValidation']);

/** @throws where a phase tells of success, or of nothing */
export function assertTold(what: string, phase: string): string {
  if (!unwell.has(phase)) throw new Error(`${what} is ${phase}: nobody would know`);
  return `${what} is ${phase}`;
}

const alerts: Readonly<Record<string, string>> = {
  Failed: 'BackupFailed',
  PartiallyFailed: 'BackupPartiallyFailed',
  FailedValidation: 'BackupValidationFailed',
};

/**
 * How a backup of a schedule tells that it is not whole.
 *
 * @throws where its phase tells of success, or nobody is alerted
 */
export async function backupTold(stage: FaultStage, phase: string): Promise<string> {
  const told = assertTold('the backup', phase);
  return `${told}${await alertedBy(stage, alerts[phase] ?? '')}`;
}

/** Waits until the location of the backups is in a phase. */
export async function location({ client }: Cluster, phase: string): Promise<void> {
  const path = '/apis/velero.io/v1/namespaces/velero/backupstoragelocations/default';
  await waitUntil(`the location is ${phase}`, 240_000, async () => {
    const { body } = await client.request('GET', path);
    return (body as { readonly status?: { readonly phase?: string } }).status?.phase === phase;
  });
}

/** Waits until an object is in a phase that is not its last. */
export async function reaches(
  { client }: Cluster,
  object: Manifest,
  phases: readonly string[],
): Promise<void> {
  const path = await client.pathOf(object);
  await waitUntil(`${object.metadata.name} is ${phases.join(' or ')}`, 120_000, async () => {
    const { body } = await client.request('GET', path);
    const { status } = body as { readonly status?: { readonly phase?: string } };
    return status?.phase !== undefined && phases.includes(status.phase);
  });
}
