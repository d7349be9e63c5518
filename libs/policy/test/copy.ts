import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { parse, stringify } from 'yaml';

import { check, type Verdict } from '../src/check.ts';
import { organisationPolicy } from '../src/organisation-policy.ts';
import { parseRendered } from '../src/read-rendered.ts';

const root = join(import.meta.dirname, '../../..');
const { policy }: { policy?: unknown } = await import(
  pathToFileURL(join(root, 'environments/policy.ts')).href
);

/** A rendered file or manifest that is edited freely. */
// eslint-disable-next-line typescript/no-explicit-any -- an edit may be anything, that is its point
export type Edited = any;

/** Changes the copy: what it holds by path below `rendered`. */
export type Plant = (files: Map<string, Edited>) => void;

/** Edits one file of the copy. */
export const edit =
  (file: string, change: (content: Edited) => void): Plant =>
  (files) => {
    if (!files.has(file)) throw new Error(`${file} is not rendered`);
    change(files.get(file));
  };

/** Checks what is rendered for an environment, with something planted into a copy of it. */
export function checkCopy(environment: string, plant: Plant = () => {}): Verdict {
  const folder = join(root, 'environments', environment, 'rendered');
  const files = new Map<string, Edited>(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(yaml|json)$/.test(file))
      .toSorted()
      .map((file) => [file, parse(readFileSync(join(folder, file), 'utf8'), { version: '1.1' })]),
  );
  plant(files);
  const rendered = parseRendered(
    environment,
    [...files].map(([file, content]) => [
      `environments/${environment}/rendered/${file}`,
      file.endsWith('.json') ? JSON.stringify(content) : stringify(content, { version: '1.1' }),
    ]),
  );
  const terms = { policy: organisationPolicy.parse(policy), waivers: [], today: '2026-11-24' };
  return check(rendered, terms);
}
