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
import type { Failed, Loaded } from './loaded.ts';
import { parse } from './parse.ts';
import type { Finding, Problem } from './problem.ts';
import { common } from './teach/common-findings.ts';
import { member } from './teach/schema-at.ts';
import { correctName } from './teach/nearest.ts';
import type { Declaration } from './schema/declaration.ts';

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
  const loaded = await resolveEnvironment(root, name);
  if (loaded.ok) return loaded;
  // Loaded here, as what is sound needs no places.
  const { located } = await import('./teach/locate.ts');
  return { ...loaded, problems: located(root, loaded.problems) };
}

async function resolveEnvironment(root: string, name: string): Promise<Loaded<Environment>> {
  const loaded = await loadDeclaration(root, name);
  const { readings, problems } = loaded.ok
    ? { readings: [loaded.value], problems: [] }
    : { readings: [], ...loaded };
  const resolved = await Promise.all(readings.map((reading) => resolve(root, name, reading)));
  if (loaded.ok && resolved[0]?.ok) return resolved[0];
  const failures = resolved.flatMap((one) => (one.ok ? [] : [one.problems]));
  return {
    ok: false,
    problems: [...problems, ...(failures.length === resolved.length ? common(failures) : [])],
    readings: resolved.flatMap((one) => (one.ok ? [one.value] : [])),
  };
}

async function resolve(
  root: string,
  name: string,
  declaration: Declaration,
): Promise<Loaded<Environment>> {
  const { storage } = declaration;
  if (storage.kind === 'bucket') {
    const measured = loadMeasurements(root, name);
    return measured.ok
      ? { ok: true, value: withOwnBackups(declaration, measured.value) }
      : { ok: false, problems: measured.problems };
  }
  if (!listEnvironments(root).includes(storage.of))
    return failed(name, [unknownSource(root, storage.of)]);
  const source = await loadDeclaration(root, storage.of);
  if (!source.ok) return { ok: false, problems: source.problems };
  const findings = replicaFindings(declaration, source.value);
  if (findings.length > 0 || !isReplicated(source.value)) return failed(name, findings);
  return { ok: true, value: withReplica({ ...declaration, storage }, source.value) };
}

async function loadDeclaration(root: string, name: string): Promise<Loaded<Declaration>> {
  const imported = await importModule(root, configFile(name));
  if (!imported.ok) return { ok: false, problems: [imported.problem] };
  const declared = imported.value['default'];
  if (declared === undefined) return failed(name, [noDefaultExport(Object.keys(imported.value))]);
  const parsed = parse(declared);
  const foreign = foreignName(declared, name);
  if (parsed.ok && foreign.length === 0) return { ok: true, value: parsed.declaration };
  const findings = parsed.ok ? foreign : [...foreign, ...parsed.findings];
  const readings = (parsed.ok ? [parsed.declaration] : parsed.readings).map((reading) => ({
    ...reading,
    name,
  }));
  return { ...failed(name, findings), readings };
}

const configFile = (name: string): string => `environments/${name}/config.ts`;

const failed = (name: string, findings: readonly Finding[]): Failed<never> => ({
  ok: false,
  problems: findings.map((finding) => ({ file: configFile(name), ...finding })),
});

const noDefaultExport = (names: readonly string[]): Finding => ({
  path: '',
  code: 'config/not-loadable',
  message: 'has no default export',
  expected: 'export default defineEnvironment({ … })',
  received: names.length > 0 ? `exports of ${names.join(', ')}` : 'nothing',
  fix: 'export the declaration as the default',
});

/** Found in what is written, as a declaration of the wrong form has a name, too. */
function foreignName(declared: unknown, folder: string): Finding[] {
  const name = member(declared, 'name');
  if (typeof name !== 'string' || name === folder) return [];
  return [
    {
      path: 'name',
      code: 'config/name-is-folder',
      message: 'is not the name of its folder',
      expected: `"${folder}"`,
      received: `"${name}"`,
      fix: `write name: '${folder}', or rename the folder`,
    },
  ];
}

const unknownSource = (root: string, of: string): Finding => ({
  path: 'storage.of',
  code: 'config/replica-exists',
  message: 'is not an environment',
  expected: `one of ${listEnvironments(root).join(', ')}`,
  received: `"${of}"`,
  fix: correctName(of, listEnvironments(root)),
});
