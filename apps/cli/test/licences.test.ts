import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { repositoryRoot } from '../src/repository-root.ts';

interface Manifest {
  readonly license?: string;
  readonly workspaces?: readonly string[];
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(repositoryRoot, folder, 'package.json'), 'utf8')) as Manifest;

const { license, workspaces = [] } = manifestOf('.');
const folders = workspaces.flatMap((pattern) => globSync(pattern, { cwd: repositoryRoot }));

test('the repository has a licence, and workspaces', () => {
  expect(license).toBe('Apache-2.0');
  expect(folders.length).toBeGreaterThan(10);
});

test.each(some(folders))('%s has the licence of the repository', (folder) => {
  expect(manifestOf(folder).license).toBe(license);
});
