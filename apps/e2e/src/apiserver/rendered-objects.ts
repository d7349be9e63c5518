import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { applicationWaves, argocdApplication } from '@resilience/config/applications';
import { parse } from 'yaml';

import { renderedRoot } from '../rendered-root.ts';
import type { Manifest } from './client.ts';

/** A rendered object and the file that it is in. */
export interface RenderedObject {
  /** From the repository's root. */
  readonly file: string;
  readonly object: Manifest;
}

/** Everything that ArgoCD syncs for an environment, in the order in which it does, and then hooks. */
export function renderedObjects(environment: string): RenderedObject[] {
  const rendered = join('environments', environment, 'rendered');
  const hooks = join(rendered, 'hooks');
  const applications = existsSync(join(renderedRoot, hooks))
    ? readdirSync(join(renderedRoot, hooks))
    : [];
  return [
    ...syncedObjects(join(rendered, 'kubernetes')),
    ...applications.flatMap((application) => objectsIn(join(hooks, application))),
  ];
}

function syncedObjects(folder: string): RenderedObject[] {
  const waves = new Map<string, number>(Object.entries(applicationWaves));
  waves.set(argocdApplication, 0);
  return readdirSync(join(renderedRoot, folder))
    .toSorted((a, b) => waveOf(waves, a) - waveOf(waves, b) || (a < b ? -1 : 1))
    .flatMap((application) => objectsIn(join(folder, application)));
}

const objectsIn = (folder: string): RenderedObject[] =>
  readdirSync(join(renderedRoot, folder))
    .map((name) => join(folder, name))
    .map((file) => ({ file, object: read(file) }))
    .toSorted((a, b) => rankOf(a.object) - rankOf(b.object) || (a.file < b.file ? -1 : 1));

const read = (file: string): Manifest =>
  parse(readFileSync(join(renderedRoot, file), 'utf8'), { version: '1.1' }) as Manifest;

function waveOf(waves: ReadonlyMap<string, number>, application: string): number {
  const wave = waves.get(application);
  if (wave === undefined) throw new Error(`nobody says when ${application} is synced`);
  return wave;
}

/** ArgoCD applies namespaces before what is in them. */
const rankOf = ({ kind }: Manifest): number => (kind === 'Namespace' ? 0 : 1);
