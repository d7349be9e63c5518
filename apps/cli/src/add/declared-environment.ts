import type { Environment } from '@resilience/config/environment';

import { Refusal, refuseProblems } from '../refusal.ts';
import type { Declared } from './addition.ts';

/** @throws {Refusal} for an environment that is not declared, or not soundly */
export function declaredEnvironment({ environments }: Declared, name: string): Environment {
  const looked = environments.find((one) => one.name === name);
  if (!looked) {
    const names = environments.map((one) => one.name).join(', ');
    throw new Refusal(`no environment is called ${name}; there are ${names}`);
  }
  if (looked.environment) return looked.environment;
  return refuseProblems(looked.problems, `${name} has these problems already: solve them first`);
}

/** @throws {Refusal} for a name that is taken */
export function freeName(what: string, names: object, name: string): void {
  if (Object.hasOwn(names, name)) throw new Refusal(`the ${what} ${name} is declared already`);
}

/** Where an environment's declaration stands. */
export const inConfig = (environment: string, ...path: readonly string[]) => ({
  file: `environments/${environment}/config.ts`,
  name: 'default',
  path,
});
