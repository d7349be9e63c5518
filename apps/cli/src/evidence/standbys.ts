import type { Environment } from '@resilience/config/environment';
import { listEnvironments, loadEnvironment } from '@resilience/config/load';
import type { Problem } from '@resilience/config/problem';

import { repositoryRoot } from '../repository-root.ts';

type Standbys =
  | { readonly ok: true; readonly environments: readonly Environment[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The environments that mount a replica of the environment's backups, and drill its services there. */
export async function standbysOf({ name }: Environment): Promise<Standbys> {
  const others = listEnvironments(repositoryRoot).filter((other) => other !== name);
  const loaded = await Promise.all(others.map((other) => loadEnvironment(repositoryRoot, other)));
  const problems = loaded.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) return { ok: false, problems };
  const environments = loaded.flatMap((each) => (each.ok ? [each.value] : []));
  return {
    ok: true,
    environments: environments.filter(
      ({ storage }) => storage.kind === 'replica' && storage.of === name,
    ),
  };
}
