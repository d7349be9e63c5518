import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { listEnvironments, loadEnvironment } from '@resilience/config/load';
import { renderedRepository } from '@resilience/fixtures/repositories';
import { parse } from 'yaml';

import { check, type Terms, type Verdict } from '../src/check.ts';
import { organisationPolicy } from '../src/organisation-policy.ts';
import { objectsOf, unrendered } from '../src/read-rendered.ts';
import { Rendered, subjectOf } from '../src/rendered.ts';
import type { Declared, Rule } from '../src/rule.ts';

const root = renderedRepository();
const { policy }: { policy?: unknown } = await import(
  pathToFileURL(join(root, 'environments/policy.ts')).href
);
export const terms: Omit<Terms, 'declaration'> = {
  policy: organisationPolicy.parse(policy),
  waivers: [],
  today: '2026-11-24',
};

const declared = new Map(
  await Promise.all(
    listEnvironments(root).map(async (name) => [name, await loadEnvironment(root, name)] as const),
  ),
);

/** What one of harbour's environments declares. */
export function declarationOf(environment: string): Declared {
  const loaded = declared.get(environment);
  if (loaded?.ok) return loaded.value;
  throw new Error(`${environment} is not declared soundly`);
}

/** A rendered file or manifest that is edited freely. */
// eslint-disable-next-line typescript/no-explicit-any -- an edit may be anything, that is its point
export type Edited = any;

/** Changes the copy: what it holds by path below `rendered`; undefined for a file that is not rendered. */
export type Plant = (files: Map<string, Edited>) => void;

/** Edits one file of the copy. */
export const edit =
  (file: string, change: (content: Edited) => void): Plant =>
  (files) => {
    if (!files.has(file)) throw new Error(`${file} is not rendered`);
    change(files.get(file));
  };

/** Checks what is rendered for an environment, with something planted into a copy of it. */
export const checkCopy = (environment: string, plant?: Plant): Verdict =>
  check(copyOf(environment, plant), { ...terms, declaration: declarationOf(environment) });

/** What one rule says of such a copy, a line for each violation. */
export function judgeCopy(rule: Rule, environment: string, plant?: Plant): string[] {
  const rendered = copyOf(environment, plant);
  return rule.appliesTo(rendered).flatMap((object) =>
    rule
      .judge({ object, rendered, policy: terms.policy, declaration: declarationOf(environment) })
      .map(({ at, message, expected }) => {
        const place = [subjectOf(object), ...at.map(String)].join(' › ');
        return `${place} ${message}: ${expected}`;
      }),
  );
}

/** What is rendered for an environment, with something planted into it. */
export function copyOf(environment: string, plant: Plant = () => {}): Rendered {
  const files = new Map<string, Edited>(structuredClone(filesOf(environment)));
  plant(files);
  return new Rendered(
    environment,
    [...files].flatMap(([path, content]) => {
      const file = `environments/${environment}/rendered/${path}`;
      return content === undefined ? [unrendered(file)] : objectsOf(file, content);
    }),
  );
}

const known = new Map<string, [string, unknown][]>();

/** What is rendered, read once. */
function filesOf(environment: string): [string, unknown][] {
  const files = known.get(environment) ?? readFiles(environment);
  known.set(environment, files);
  return files;
}

function readFiles(environment: string): [string, unknown][] {
  const folder = join(root, 'environments', environment, 'rendered');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(terraform|kubernetes|hooks)\/.*\.(yaml|json)$/.test(file))
    .toSorted()
    .map((file) => [file, parse(readFileSync(join(folder, file), 'utf8'), { version: '1.1' })]);
}
