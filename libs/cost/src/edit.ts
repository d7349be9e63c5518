import type { Schedule } from '@resilience/config/declaration';
import type { Environment } from '@resilience/config/environment';

/** One change of a declaration, and the environment that it would make. */
export interface Edit {
  /** Place in the declaration, such as `schedules.daily.cron`. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly environment: Environment;
}

/** Changes one schedule. */
export const withSchedule = (
  environment: Environment,
  name: string,
  changes: Partial<Schedule>,
): Environment => {
  const schedule = environment.schedules[name];
  if (!schedule) return environment;
  return {
    ...environment,
    schedules: { ...environment.schedules, [name]: { ...schedule, ...changes } },
  };
};
