import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { DeclarationInput } from '@resilience/config/declaration';
import { type Environment, withOwnBackups } from '@resilience/config/environment';
import { parse } from '@resilience/config/parse';
import type { Scenario } from '@resilience/config/scenario';

import { repositoryRoot } from '../src/repository-root.ts';

const path = join(repositoryRoot, 'environments/production/config.ts');
const { default: production } = (await import(pathToFileURL(path).href)) as {
  default: DeclarationInput;
};

/** The production environment as committed, after an edit of its declaration. */
export function editedProduction(edit: (declaration: DeclarationInput) => void): Environment {
  const declaration = structuredClone(production);
  edit(declaration);
  const parsed = parse(declaration);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return withOwnBackups(parsed.declaration);
}

const schedule = (declaration: DeclarationInput, name: string) => {
  const found = declaration.schedules[name];
  if (!found) throw new Error(`no schedule ${name}`);
  return found;
};

export const change =
  (name: string, changes: Partial<DeclarationInput['schedules'][string]>) =>
  (declaration: DeclarationInput): void => {
    Object.assign(schedule(declaration, name), changes);
  };

export const remove =
  (...names: string[]) =>
  ({ schedules }: DeclarationInput): void => {
    for (const name of names) delete schedules[name];
  };

export const replicate =
  (replication: object) =>
  ({ storage }: DeclarationInput): void => {
    if (storage.kind === 'bucket') Object.assign(storage, { replication });
  };

export const serviceOf = ({ services }: DeclarationInput, name: string) => {
  const found = services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
};

export const volumeOf = (declaration: DeclarationInput, service: string, name: string) => {
  const found = serviceOf(declaration, service).volumes[name];
  if (!found) throw new Error(`no volume ${name}`);
  return found;
};

/** Services share their objectives: one of them is to be changed alone. */
export const declare =
  (service: string, scenario: Scenario, objective: object) =>
  (declaration: DeclarationInput): void => {
    const found = serviceOf(declaration, service);
    found.objectives = {
      ...found.objectives,
      [scenario]: { ...found.objectives[scenario], ...objective },
    };
  };
