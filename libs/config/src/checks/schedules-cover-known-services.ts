import { correctName } from '../teach/nearest.ts';
import type { Check } from './check.ts';

export const schedulesCoverKnownServices: Check = ({ schedules, services }) =>
  Object.entries(schedules).flatMap(([name, { covers }]) =>
    covers === 'cluster'
      ? []
      : covers.flatMap((service, index) =>
          Object.hasOwn(services, service)
            ? []
            : [
                {
                  path: `schedules.${name}.covers[${index}]`,
                  code: 'config/schedules-cover-known-services',
                  message: 'is not a declared service',
                  expected: `one of ${Object.keys(services).join(', ')}`,
                  received: `"${service}"`,
                  fix: correctName(service, Object.keys(services), 'declare the service'),
                },
              ],
        ),
  );
