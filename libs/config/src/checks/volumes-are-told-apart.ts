import { claimSelector } from '../volumes.ts';
import type { Check } from './check.ts';

/**
 * Velero's volume policies select claims by labels in every namespace alike, and the first match
 * wins: two volumes with equal labels and different methods cannot both get theirs.
 */
export const volumesAreToldApart: Check = ({ services }) => {
  const first = new Map<string, { path: string; method: string }>();
  return Object.entries(services).flatMap(([serviceName, service]) =>
    Object.entries(service.volumes).flatMap(([volumeName, volume]) => {
      const path = `services.${serviceName}.volumes.${volumeName}`;
      const selector = claimSelector(volume);
      const other = first.get(selector);
      if (other === undefined) first.set(selector, { path, method: volume.backup.method });
      if (other === undefined || other.method === volume.backup.method) return [];
      return [
        {
          path: `${path}.claimLabels`,
          code: 'config/volumes-are-told-apart',
          message: `selects the same claims as ${other.path}, which is backed up by ${other.method}`,
          expected: `labels that only these claims have, or the method ${other.method}`,
          received: selector,
          fix: 'add a label that tells the claims apart',
        },
      ];
    }),
  );
};
