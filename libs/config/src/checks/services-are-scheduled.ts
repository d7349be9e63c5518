import type { Check } from './check.ts';

/** A service that no schedule covers cannot be recovered at all. */
export const servicesAreScheduled: Check = ({ schedules, services, storage }) => {
  const covers = Object.values(schedules).map((schedule) => schedule.covers);
  if (storage.kind !== 'bucket' || covers.length === 0 || covers.includes('cluster')) return [];
  const covered = new Set(covers.flat());
  return Object.keys(services)
    .filter((name) => !covered.has(name))
    .map((name) => ({
      path: `services.${name}`,
      code: 'config/services-are-scheduled',
      message: 'is covered by no schedule, so that it cannot be recovered',
      expected: 'a schedule that covers the service or the cluster',
      received: `schedules that cover ${[...covered].join(', ')}`,
      fix: `add "${name}" to the covers of a schedule`,
    }));
};
