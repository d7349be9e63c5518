import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { CompleteInput } from '@resilience/config/declaration';
import { type Environment, withOwnBackups } from '@resilience/config/environment';
import { parse } from '@resilience/config/parse';
import { resolve } from '@resilience/config/resolve';
import type { Scenario } from '@resilience/config/scenario';

import { repositoryRoot } from '../src/repository-root.ts';

const path = join(repositoryRoot, 'environments/production/config.ts');
const { default: written } = (await import(pathToFileURL(path).href)) as { default: object };
const { input } = resolve(written);
/** What its tiers say stands in each service, and is edited there. */
const { tiers: _, ...production } = input as CompleteInput;

/** The production environment as committed, after an edit of its declaration. */
export function editedProduction(edit: (declaration: CompleteInput) => void): Environment {
  const declaration = structuredClone(production);
  edit(declaration);
  const parsed = parse(declaration);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return withOwnBackups(parsed.declaration);
}

const schedule = (declaration: CompleteInput, name: string) => {
  const found = declaration.schedules[name];
  if (!found) throw new Error(`no schedule ${name}`);
  return found;
};

export const change =
  (name: string, changes: Partial<CompleteInput['schedules'][string]>) =>
  (declaration: CompleteInput): void => {
    Object.assign(schedule(declaration, name), changes);
  };

export const remove =
  (...names: string[]) =>
  ({ schedules }: CompleteInput): void => {
    for (const name of names) delete schedules[name];
  };

export const replicate =
  (replication: object) =>
  ({ storage }: CompleteInput): void => {
    if (storage.kind === 'bucket') Object.assign(storage, { replication });
  };

export const serviceOf = ({ services }: CompleteInput, name: string) => {
  const found = services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
};

export const volumeOf = (declaration: CompleteInput, service: string, name: string) => {
  const found = serviceOf(declaration, service).volumes[name];
  if (!found) throw new Error(`no volume ${name}`);
  return found;
};

/** Services share their objectives: one of them is to be changed alone. */
export const declare =
  (service: string, scenario: Scenario, objective: object) =>
  (declaration: CompleteInput): void => {
    const found = serviceOf(declaration, service);
    found.objectives = {
      ...found.objectives,
      [scenario]: { ...found.objectives[scenario], ...objective },
    };
  };
