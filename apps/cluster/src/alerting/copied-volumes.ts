import type { Environment } from '@resilience/config/environment';
import { type CopyMethod, copyMethod, coveredServices } from '@resilience/config/volumes';

/** The names of the schedules that copy a volume of some service by one of these methods. */
export const schedulesThatCopyBy = (
  environment: Environment,
  methods: readonly CopyMethod[],
): string[] =>
  Object.entries(environment.schedules)
    .filter(([, schedule]) =>
      coveredServices(environment, schedule).some(([, { volumes }]) =>
        Object.values(volumes).some((volume) => methods.includes(copyMethod(schedule, volume))),
      ),
    )
    .map(([name]) => name);

/** The names of the schedules that put data of volumes into the bucket. */
export const schedulesThatUpload = (environment: Environment): string[] =>
  schedulesThatCopyBy(environment, ['moved-snapshot', 'file-system']);

/** Whether backups leave snapshots in the region. */
export const takesSnapshots = (environment: Environment): boolean =>
  schedulesThatCopyBy(environment, ['snapshot']).length > 0;
