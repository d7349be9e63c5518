import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import {
  type Environment,
  isReplicated,
  replicaFindings,
  withOwnBackups,
  withReplica,
} from './environment.ts';
import { importModule } from './import-module.ts';
import { loadMeasurements } from './load-measurements.ts';
import { parse } from './parse.ts';
import type { Finding, Problem } from './problem.ts';
import type { Declaration } from './schema/declaration.ts';

export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The names of all environments below `root`: each folder of `environments` with a config.ts. */
export const listEnvironments = (root: string): string[] =>
  foldersOf(root).filter((name) => existsSync(join(root, configFile(name))));

function foldersOf(root: string): string[] {
  const folder = join(root, 'environments');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/** Folders whose declaration is gone, and from which something is applied all the same. */
export const leftovers = (root: string): Problem[] =>
  foldersOf(root)
    .filter((name) => !existsSync(join(root, configFile(name))))
    .flatMap((name) =>
      ['rendered', 'measurements.json']
        .map((left) => `environments/${name}/${left}`)
        .filter((left) => existsSync(join(root, left)))
        .map((left) => leftover(name, left)),
    );

const leftover = (name: string, left: string): Problem => ({
  file: configFile(name),
  path: '',
  code: 'config/declaration-is-there',
  message: `is not there, and ${left} is`,
  expected: 'a declaration, or nothing that came from one',
  received: left,
  fix: `bring it back, or take the environment away by git rm -r environments/${name}: what is rendered is still applied, and judged by nobody`,
});

/**
 * Reads `environments/<name>/config.ts`, checks it, and resolves the environment it refers to.
 *
 * @param root the repository's folder
 * @returns the environment, or every problem of its declaration
 */
export async function loadEnvironment(root: string, name: string): Promise<Loaded<Environment>> {
  const loaded = await loadDeclaration(root, name);
  if (!loaded.ok) return loaded;
  const { storage } = loaded.value;
  if (storage.kind === 'bucket') {
    const measured = loadMeasurements(root, name);
    return measured.ok
      ? { ok: true, value: withOwnBackups(loaded.value, measured.value) }
      : measured;
  }
  if (!listEnvironments(root).includes(storage.of))
    return failed(name, [unknownSource(root, storage.of)]);
  const source = await loadDeclaration(root, storage.of);
  if (!source.ok) return source;
  const findings = replicaFindings(loaded.value, source.value);
  if (findings.length > 0 || !isReplicated(source.value)) return failed(name, findings);
  return { ok: true, value: withReplica({ ...loaded.value, storage }, source.value) };
}

async function loadDeclaration(root: string, name: string): Promise<Loaded<Declaration>> {
  const imported = await importModule(root, configFile(name));
  if (!imported.ok) return { ok: false, problems: [imported.problem] };
  const declared = imported.value['default'];
  if (declared === undefined) return failed(name, [noDefaultExport]);
  const parsed = parse(declared);
  if (!parsed.ok) return failed(name, parsed.findings);
  if (parsed.declaration.name !== name)
    return failed(name, [foreignName(parsed.declaration, name)]);
  return { ok: true, value: parsed.declaration };
}

const configFile = (name: string): string => `environments/${name}/config.ts`;

const failed = (name: string, findings: readonly Finding[]): Loaded<never> => ({
  ok: false,
  problems: findings.map((finding) => ({ file: configFile(name), ...finding })),
});

const noDefaultExport: Finding = {
  path: '',
  code: 'config/not-loadable',
  message: 'has no default export',
  expected: 'export default defineEnvironment({ … })',
  received: 'nothing',
  fix: 'export the declaration as the default',
};

const foreignName = (declaration: Declaration, folder: string): Finding => ({
  path: 'name',
  code: 'config/name-is-folder',
  message: 'is not the name of its folder',
  expected: `"${folder}"`,
  received: `"${declaration.name}"`,
  fix: `write "${folder}", or rename the folder`,
});

const unknownSource = (root: string, of: string): Finding => ({
  path: 'storage.of',
  code: 'config/replica-exists',
  message: 'is not an environment',
  expected: `one of ${listEnvironments(root).join(', ')}`,
  received: `"${of}"`,
  fix: 'correct the name',
});
