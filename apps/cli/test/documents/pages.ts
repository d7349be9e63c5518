import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';

import { repositoryRoot } from '../../src/repository-root.ts';

/** Pages that are rendered from declarations: those of harbour are looked at, not those of the checkout. */
const rendered = /^docs\/(runbooks\/dr\/|reference\/(aws|policies)\.md$)/;

const inDocs = (root: string): string[] =>
  globSync('**/*.md', { cwd: join(root, 'docs') }).map((path) => `docs/${path}`);

/** Every page that people read: written by hand, or rendered. */
export const pagePaths: readonly string[] = [
  'README.md',
  ...inDocs(programRoot).filter((path) => !rendered.test(path)),
  ...inDocs(repositoryRoot),
  ...globSync('environments/*/rendered/*.md', { cwd: repositoryRoot }),
].toSorted();

/** The place of a file that pages name: in harbour's repository, or else in the checkout. */
export function placeOfFile(path: string): string {
  const own = join(repositoryRoot, path);
  return existsSync(own) && path !== '' ? own : join(programRoot, path);
}

export const readPage = (path: string): string => readFileSync(placeOfFile(path), 'utf8');
