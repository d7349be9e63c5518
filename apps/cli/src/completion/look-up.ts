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
    return await inEnvironment({ env }, (environment) =>
      Object.keys(kind === 'services' ? environment.services : environment.drills),
    );
  } catch (error) {
    // A shell that waits for names has no place for problems; the command itself says them.
    if (error instanceof Refusal) return [];
    throw error;
  }
};
