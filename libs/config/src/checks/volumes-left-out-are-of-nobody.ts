import { volumesLeftOut } from '../left-out.ts';
import { selectorOf, claimSelector } from '../volumes.ts';
import type { Check } from './check.ts';

/** Labels that a declared volume has stand for its claims: the volume decides, and the line says nothing. */
export const volumesLeftOutAreOfNobody: Check = (declaration) =>
  volumesLeftOut(declaration).flatMap(({ volumes, path }) => {
    if (!('claimLabels' in volumes)) return [];
    const selector = selectorOf(volumes.claimLabels);
    return Object.entries(declaration.services).flatMap(([service, declared]) =>
      Object.entries(declared.volumes)
        .filter(
          ([, volume]) => volume.backup.method !== 'skip' && claimSelector(volume) === selector,
        )
        .map(([name]) => ({
          path: `${path}.volumes.claimLabels`,
          code: 'config/volumes-left-out-are-of-nobody',
          message: `selects the claims of services.${service}.volumes.${name}, which is backed up`,
          expected: 'labels that no volume of a service has',
          received: selector,
          fix: `name other labels, or declare services.${service}.volumes.${name}.backup as skip, with its reason`,
        })),
    );
  });
