import type { Declaration } from '@resilience/config/declaration';
import { located } from '@resilience/config/locate';
import type { Place } from '@resilience/config/problem';

import { reasonOf } from '@resilience/documents/words/format-never-recovered';
import { repositoryRoot } from './repository-root.ts';
import { unknownName } from './unknown-name.ts';

type Declared = Pick<Declaration, 'name' | 'services' | 'notBackedUp'>;

/** Why no backup holds a service, and the place that declares the reason. */
export interface ReasonDeclared extends Place {
  readonly namespace: string;
  readonly reason: string;
}

/** @returns undefined for a service with backups, and for a name that nobody declares */
export function reasonDeclared(
  { name, notBackedUp }: Declared,
  service: string,
): ReasonDeclared | undefined {
  if (!Object.hasOwn(notBackedUp, service)) return undefined;
  const file = `environments/${name}/config.ts`;
  const path = `services.${service}.notBackedUp`;
  const [place] = located(repositoryRoot, [{ file, path }]);
  return { namespace: service, reason: '', ...notBackedUp[service], path, ...place };
}

/** Why a name cannot stand where a service with backups must: nobody declares the service, or no backup holds it. */
export function notBackedUpOrUnknown(declared: Declared, service: string): string {
  const found = reasonDeclared(declared, service);
  if (!found) return unknownName('service', service, Object.keys(declared.services));
  const { file = '', line } = found;
  const place = line === undefined ? file : `${file}:${line}`;
  return `${service} is not backed up: ${reasonOf(found)} (${place})`;
}
