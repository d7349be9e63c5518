import { approvalLabel } from '@resilience/config/names';

import { type Client, type Manifest, succeeded } from '../apiserver/client.ts';
import { waitUntil } from '../wait-until.ts';

const apiVersion = 'velero.io/v1';
const namespace = 'velero';

/** Phases from which there is no way on. */
const final = new Set(['Completed', 'PartiallyFailed', 'Failed', 'FailedValidation', 'Processed']);

export const veleroObject = (
  kind: string,
  name: string,
  {
    labels = {},
    spec,
  }: { readonly labels?: Readonly<Record<string, string>>; readonly spec: object },
): Manifest => ({ apiVersion, kind, metadata: { name, namespace, labels }, spec });

interface Worked extends Manifest {
  readonly status?: { readonly phase?: string };
}

/**
 * @returns the phase in which an object of Velero ended, whatever became of it
 * @throws where it was there before, and tells of something else
 */
export async function ended(client: Client, object: Manifest, limit = 120_000): Promise<string> {
  const { status } = (await client.apply(object)) as Worked;
  if (status?.phase !== undefined) {
    throw new Error(
      `${object.kind} ${object.metadata.name} was there before: it is ${status.phase}`,
    );
  }
  return endOf(client, object, limit);
}

/** @returns the phase in which an object that is there already ends */
export async function endOf(client: Client, object: Manifest, limit: number): Promise<string> {
  const path = await client.pathOf(object);
  return waitUntil(`${object.kind} ${object.metadata.name} has ended`, limit, async () => {
    const answer = await client.request('GET', path);
    // A request to delete goes with what it deleted.
    if (answer.status === 404) return 'Processed';
    const { phase = '' } = (succeeded(answer) as Worked).status ?? {};
    return final.has(phase) && phase;
  });
}

/** A request to delete a backup, as somebody has approved it. */
export const deletionOf = (name: string, backupName: string): Manifest =>
  veleroObject('DeleteBackupRequest', name, {
    labels: { [approvalLabel]: 'ada' },
    spec: { backupName },
  });

/** A backup as a rendered schedule would make it now. */
export const scheduled = (name: string, schedule: Manifest, edit: object = {}): Manifest =>
  veleroObject('Backup', name, {
    labels: { 'velero.io/schedule-name': schedule.metadata.name },
    spec: { ...(schedule['spec'] as { readonly template: object }).template, ...edit },
  });
