import type { Environment } from './environment.ts';
import type { Drill, Service } from './schema/declaration.ts';
import type { Scenario } from './schema/scenario.ts';

/** The disaster that each kind of drill practises. */
export const drilledScenario = {
  validation: 'namespace-deletion',
  'namespace-restore': 'namespace-deletion',
  'cluster-restore': 'cluster-corruption',
  'region-failover': 'region-failure',
} as const satisfies Record<Drill['kind'], Scenario>;

/** The services that a drill restores, by name, out of those whose backups the environment mounts. */
export const drilledServices = (
  { backups }: Pick<Environment, 'backups'>,
  drill: Drill,
): [string, Service][] =>
  Object.entries(backups.source.services).filter(
    ([name]) => !('services' in drill) || drill.services.includes(name),
  );
