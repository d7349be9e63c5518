import type { Finding } from '../problem.ts';
import type { Declaration } from '../schema/declaration.ts';
import { correctName } from '../teach/nearest.ts';

interface Named extends Pick<Finding, 'path' | 'code'> {
  readonly service: string;
}

/**
 * A name that must be of a service with backups, and is not.
 *
 * @param declared the services that it can be of, and those without backups
 * @returns nothing where the service has backups
 */
export function unknownService(
  { services, notBackedUp }: Pick<Declaration, 'services' | 'notBackedUp'>,
  { service, ...place }: Named,
): Finding[] {
  if (Object.hasOwn(services, service)) return [];
  const known = Object.keys(services);
  const isLeft = Object.hasOwn(notBackedUp, service);
  return [
    {
      ...place,
      message: isLeft ? 'is a service that is not backed up' : 'is not a declared service',
      expected: `one of ${known.join(', ')}`,
      received: `"${service}"`,
      fix: isLeft
        ? `remove the name, or declare backups in the place of services.${service}.notBackedUp`
        : correctName(service, known, 'declare the service'),
    },
  ];
}
