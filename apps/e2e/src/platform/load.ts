import type { Environment } from '@resilience/config/environment';
import { loadEnvironment } from '@resilience/config/load';

import { repositoryRoot } from '../rendered-stacks.ts';

/** @throws when the environment is not sound */
export async function load(name: string): Promise<Environment> {
  const loaded = await loadEnvironment(repositoryRoot, name);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}
