import type { Environment } from '@resilience/config/environment';

import { allServices } from '../all-services.ts';
import { Refusal } from '../refusal.ts';
import type { LookUp } from './candidates.ts';

/** Reads the declarations, and only those that names are asked of. What cannot be read has no names. */
export const lookUp: LookUp = async (kind, env) => {
  if (kind === 'scenarios') return (await import('@resilience/config/scenario')).scenarios;
  try {
    if (kind === 'environments') {
      const { declaredEnvironments } = await import('../declared-environments.ts');
      return declaredEnvironments(undefined);
    }
    if (env === undefined) return [];
    const { inEnvironment } = await import('../in-environment.ts');
    return await inEnvironment({ env }, namesOf[kind]);
  } catch (error) {
    // A shell that waits for names has no place for problems; the command itself says them.
    if (error instanceof Refusal) return [];
    throw error;
  }
};

/** In one environment. */
const namesOf: Readonly<
  Record<'services' | 'servicesWithBackups' | 'drills', (environment: Environment) => string[]>
> = {
  services: allServices,
  servicesWithBackups: ({ backups }) => Object.keys(backups.source.services),
  drills: ({ drills }) => Object.keys(drills),
};
