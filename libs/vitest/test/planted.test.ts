import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openedFilesVariable } from '../src/opened-files.ts';
import { repositoryRoot } from '../src/repository-root.ts';

const folder = join(import.meta.dirname, 'planted');

/** Runs a file of planted tests as a person would, who has set no CI. */
function run(name: string) {
  const vitest = join(repositoryRoot, 'node_modules/.bin/vitest');
  const { CI: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    vitest,
    ['run', '--root', folder, `${name}.planted.ts`],
    {
      env: { ...env, NO_COLOR: '1', [openedFilesVariable]: '' },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

test.each([
  ['opens-a-page', 'docs/adr/0004-toolchain.md'],
  ['imports-a-file', 'libs/render/src/notice.ts'],
  ['looks-for-a-file', 'environments/staging/not-there.json'],
])('a run that %s which is no input fails, and names it', (name, path) => {
  const { status, stdout, stderr } = run(name);
  expect(stdout).toContain('1 passed');
  expect(stderr).toContain('[libs/config/package.json › nx.targets.test.inputs]');
  expect(stderr).toContain(`opened    ${path}\n`);
  expect(status).toBe(1);
});

test('a run that looks at the environments of users fails, and names them', () => {
  const { stderr, status } = run('looks-for-a-file');
  expect(stderr).toContain(
    '[libs/config] has tests that open what users declare\n    opened    environments/staging/not-there.json\n',
  );
  expect(stderr).toContain('code      tests/environments-are-of-users');
  expect(status).toBe(1);
  expect(run('opens-a-page').stderr).not.toContain('tests/environments-are-of-users');
});

test('a loop over nothing is no test', () => {
  const { status, stderr } = run('expects-nothing');
  expect(stderr).toContain('expected any number of assertion, but got none');
  expect(status).toBe(1);
});

test('a snapshot does not write itself', () => {
  const { status, stderr } = run('takes-a-snapshot');
  expect(stderr).toContain('mismatched');
  expect(existsSync(join(folder, '__snapshots__'))).toBe(false);
  expect(status).toBe(1);
});

test('each test that is left out is named with its reason', () => {
  const { stdout } = run('skips');
  const lines = stdout.split('\n').filter((line) => line.startsWith('skipped '));
  const file = 'libs/vitest/test/planted/skips.planted.ts';
  expect(lines).toEqual([
    `skipped ${file} > a program - missing: jq is not on the PATH`,
    `skipped ${file} > not now: the test is skipped`,
  ]);
});
