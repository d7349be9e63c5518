import type { Environment } from '@resilience/config/environment';
import { listEnvironments, loadEnvironment } from '@resilience/config/load';

import { renderedRoot } from './rendered-root.ts';

/** The names of all environments that are judged. */
export const declaredNames = (): string[] => listEnvironments(renderedRoot);

/** @throws when the environment is not sound */
export async function load(name: string): Promise<Environment> {
  const loaded = await loadEnvironment(renderedRoot, name);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}
