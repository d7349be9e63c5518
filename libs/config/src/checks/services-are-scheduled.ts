import { coveredServices, leftOutOfTheCluster } from '../volumes.ts';
import type { Check } from './check.ts';

/** A service that no schedule covers cannot be recovered at all. */
export const servicesAreScheduled: Check = (declaration) => {
  const schedules = Object.values(declaration.schedules);
  if (declaration.storage.kind !== 'bucket' || schedules.length === 0) return [];
  const covered = new Set(
    schedules.flatMap((schedule) => coveredServices(declaration, schedule).map(([name]) => name)),
  );
  return Object.entries(declaration.services)
    .filter(([name]) => !covered.has(name))
    .map(([name, { namespace }]) => ({
      path: `services.${name}`,
      code: 'config/services-are-scheduled',
      message: 'is covered by no schedule, so that it cannot be recovered',
      expected: 'a schedule that covers the service or the cluster',
      ...(leftOutOfTheCluster.includes(namespace)
        ? {
            received: `the namespace ${namespace}, which backups of the cluster leave out`,
            fix: `move the service to another namespace, or add "${name}" to the covers of a schedule that lists services`,
          }
        : {
            received: `schedules that cover ${[...covered].join(', ')}`,
            fix: `add "${name}" to the covers of a schedule`,
          }),
    }));
};
