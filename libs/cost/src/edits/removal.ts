import type { Environment } from '@resilience/config/environment';

import type { Edit } from '../edit.ts';

/** All schedules but one. */
export const removals = (environment: Environment): Edit[] =>
  Object.keys(environment.schedules).map((name) => ({
    path: `schedules.${name}`,
    from: 'declared',
    to: 'removed',
    environment: {
      ...environment,
      schedules: Object.fromEntries(
        Object.entries(environment.schedules).filter(([other]) => other !== name),
      ),
    },
  }));
