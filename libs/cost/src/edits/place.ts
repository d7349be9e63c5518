import type { Environment } from '@resilience/config/environment';

import { type Edit, withSchedule } from '../edit.ts';

/** Each schedule with its copies in the other place. */
export const places = (environment: Environment): Edit[] =>
  Object.entries(environment.schedules).map(([name, { volumes }]) => {
    const to = volumes === 'snapshots' ? 'file-level-copies' : 'snapshots';
    return {
      path: `schedules.${name}.volumes`,
      from: volumes,
      to,
      environment: withSchedule(environment, name, { volumes: to }),
    };
  });
