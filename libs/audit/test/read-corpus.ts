import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import type { SourceFile } from '../src/input/source-file.ts';

const root = join(import.meta.dirname, 'corpus');

/** Folders written like those of public repositories, each with a page of what is expected of it. */
export const corpus = readdirSync(root).toSorted();

export function filesOf(name: string): SourceFile[] {
  const folder = join(root, name);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({
      path: path.slice(folder.length + 1).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }));
}

interface Expected {
  /** Of each namespace the outcome of each disaster, in the order of the scenarios. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
  /** Rules with the places that break them. */
  readonly findings: readonly string[];
}

export function expectedOf(name: string): Expected {
  const text = readFileSync(join(import.meta.dirname, 'expected', `${name}.yaml`), 'utf8');
  const { rows, findings } = parse(text) as Expected;
  return { rows, findings: findings.toSorted() };
}
