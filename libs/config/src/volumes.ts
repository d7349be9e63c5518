import { veleroServiceAccount } from './names.ts';
import type { Declaration, Schedule, Service, Volume } from './schema/declaration.ts';

/** How a schedule copies a volume: the schedule decides where to, the volume how. */
export type CopyMethod = 'snapshot' | 'moved-snapshot' | 'file-system' | 'skip';

export function copyMethod(schedule: Schedule, volume: Volume): CopyMethod {
  if (volume.backup.method !== 'snapshot') return volume.backup.method;
  return schedule.volumes === 'snapshots' ? 'snapshot' : 'moved-snapshot';
}

/**
 * The namespaces that a backup of the whole cluster leaves out. Velero's own is rendered, and restoring
 * it would overwrite the server at work.
 */
export const leftOutOfTheCluster: readonly string[] = [veleroServiceAccount.namespace];

/** The services that a schedule covers, by name. */
export const coveredServices = (
  { services }: Pick<Declaration, 'services'>,
  { covers }: Schedule,
): [string, Service][] =>
  Object.entries(services).filter(([name, { namespace }]) =>
    covers === 'cluster' ? !leftOutOfTheCluster.includes(namespace) : covers.includes(name),
  );

/** The claims that a volume stands for, as kubectl takes a selector: `app=orders,role=data`. */
export const claimSelector = ({ claimLabels }: Volume): string => selectorOf(claimLabels);

/** Labels as kubectl takes them. */
export const selectorOf = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .toSorted()
    .join(',');
