import type { Environment } from '@resilience/config/environment';
import { loadEnvironment } from '@resilience/config/load';

import { declaredEnvironments } from './declared-environments.ts';
import { refuseProblems } from './refusal.ts';
import { repositoryRoot } from './repository-root.ts';

/**
 * Does something with a declared environment.
 *
 * @throws {Refusal} when none is called so, or with every problem of its declaration
 */
export async function inEnvironment<Result>(
  { env }: { readonly env: string },
  work: (environment: Environment) => Result | Promise<Result>,
): Promise<Result> {
  declaredEnvironments([env]);
  const loaded = await loadEnvironment(repositoryRoot, env);
  return loaded.ok ? work(loaded.value) : refuseProblems(loaded.problems);
}
