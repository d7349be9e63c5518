import type { Environment } from '@resilience/config/environment';
import { coveredServices } from '@resilience/config/volumes';

import { type Edit, withSchedule } from '../edit.ts';

/** Each schedule with one service more, or one less. */
export const coverages = (environment: Environment): Edit[] =>
  Object.entries(environment.schedules).flatMap(([name, schedule]) => {
    const covered = coveredServices(environment, schedule).map(([service]) => service);
    return Object.keys(environment.services)
      .map((service) =>
        covered.includes(service)
          ? covered.filter((other) => other !== service)
          : [...covered, service],
      )
      .flatMap(([first, ...others]): Edit[] => {
        if (first === undefined) return [];
        const covers: [string, ...string[]] = [first, ...others];
        return [
          {
            path: `schedules.${name}.covers`,
            from: schedule.covers === 'cluster' ? 'cluster' : covered.join(', '),
            to: covers.join(', '),
            environment: withSchedule(environment, name, { covers }),
          },
        ];
      });
  });
