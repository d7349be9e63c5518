import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repositoryRoot } from '../../src/repository-root.ts';

/** Every page that people read: written by hand, or rendered. */
export const pagePaths: readonly string[] = globSync(
  ['README.md', 'docs/**/*.md', 'environments/*/rendered/*.md'],
  { cwd: repositoryRoot },
).toSorted();

export const readPage = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
