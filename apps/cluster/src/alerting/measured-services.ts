import type { Service } from '@resilience/config/declaration';
import type { Environment } from '@resilience/config/environment';

/** The services that drills here measure: those whose backups are mounted. */
export const measuredServices = ({ drills, backups }: Environment): [string, Service][] =>
  Object.keys(drills).length === 0 ? [] : Object.entries(backups.source.services);
