import type { Environment } from '@resilience/config/environment';
import { loadEnvironment } from '@resilience/config/load';

import { declaredEnvironments } from './declared-environments.ts';
import type { ExitCode } from './exit-code.ts';
import { refuseProblems } from './refuse.ts';
import { repositoryRoot } from './repository-root.ts';

interface Asked {
  readonly env: string;
  readonly json?: boolean;
}

/** Does something with a declared environment, or says why it is none. */
export async function inEnvironment(
  { env, json = false }: Asked,
  work: (environment: Environment) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  declaredEnvironments([env]);
  const loaded = await loadEnvironment(repositoryRoot, env);
  return loaded.ok ? work(loaded.value) : refuseProblems(loaded.problems, json);
}
