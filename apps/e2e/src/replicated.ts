import { type Environment, isReplicated } from '@resilience/config/environment';
import type { WithDrRegion } from '@resilience/config/names';

/**
 * An environment whose backups are replicated, as those that are played here.
 *
 * @throws {TypeError} where they are not
 */
export function replicated<Declared extends Environment>(
  environment: Declared,
): Declared & WithDrRegion {
  if (!isReplicated(environment)) throw new TypeError(`${environment.name} has no replica`);
  return environment;
}
