import { days, formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { type Edit, withSchedule } from '../edit.ts';

const kept = [2, 3, 7, 14, 21, 30, 60, 90, 180, 365].map(days);

/** Each schedule, with its backups kept for another of the usual times. */
export const retentions = (environment: Environment): Edit[] =>
  Object.entries(environment.schedules).flatMap(([name, { retention }]) =>
    kept
      .filter(({ seconds }) => seconds !== retention.seconds)
      .map((to) => ({
        path: `schedules.${name}.retention`,
        from: formatDuration(retention),
        to: formatDuration(to),
        environment: withSchedule(environment, name, { retention: to }),
      })),
  );
