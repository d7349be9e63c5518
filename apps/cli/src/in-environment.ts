import type { Environment } from '@resilience/config/environment';
import { listEnvironments, loadEnvironment } from '@resilience/config/load';

import type { ExitCode } from './exit-code.ts';
import { refuse, refuseProblems } from './refuse.ts';
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
  const known = listEnvironments(repositoryRoot);
  if (!known.includes(env)) {
    return refuse(`no environment is called ${env}; there are ${known.join(', ')}`);
  }
  const loaded = await loadEnvironment(repositoryRoot, env);
  return loaded.ok ? work(loaded.value) : refuseProblems(loaded.problems, json);
}
