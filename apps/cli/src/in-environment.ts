import type { Environment } from '@resilience/config/environment';
import { loadEnvironment } from '@resilience/config/load';
import type { Problem } from '@resilience/config/problem';

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
  const [environment] = await openEnvironments([env]);
  return work(environment);
}

/**
 * Opens environments.
 *
 * @param asked by name, at least one; all that are declared where it is undefined
 * @throws {Refusal} when one is not declared, or with every problem of all declarations
 */
export async function openEnvironments(
  asked: readonly string[] | undefined,
): Promise<readonly [Environment, ...Environment[]]> {
  const names = declaredEnvironments(asked);
  const loaded = await Promise.all(names.map((name) => loadEnvironment(repositoryRoot, name)));
  const [first, ...rest] = loaded.flatMap((one) => (one.ok ? [one.value] : []));
  const problems = loaded.flatMap((one) => (one.ok ? [] : one.problems));
  return first && problems.length === 0 ? [first, ...rest] : refuseProblems(distinct(problems));
}

/** An environment that others refer to has its problems once for each of them. */
const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((one) => [JSON.stringify(one), one])).values(),
];
