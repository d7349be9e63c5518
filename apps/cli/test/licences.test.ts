import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

interface Manifest {
  readonly license?: string;
  readonly workspaces?: readonly string[];
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(programRoot, folder, 'package.json'), 'utf8')) as Manifest;

const { license, workspaces = [] } = manifestOf('.');
const folders = workspaces.flatMap((pattern) =>
  pattern.endsWith('/*')
    ? readdirSync(join(programRoot, dirname(pattern))).map((name) => join(dirname(pattern), name))
    : [pattern],
);

test('the repository has a licence, and workspaces', () => {
  expect(license).toBe('Apache-2.0');
  expect(folders.length).toBeGreaterThan(10);
});

test.each(some(folders))('%s has the licence of the repository', (folder) => {
  expect(manifestOf(folder).license).toBe(license);
});
