import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyOfRendered } from '@resilience/fixtures/repositories';
import { expect, test } from 'vitest';

import { repositoryRoot } from '../src/repository-root.ts';
import { resilience } from './resilience.ts';
import { resultOf } from './result-of.ts';

const listed = (root: string, ...words: string[]) => {
  const { status, stdout, stderr } = resilience(root, ['stacks', '--json', ...words]);
  expect([status, stderr]).toEqual([0, '']);
  return resultOf(stdout);
};

test('pipelines get every stack in the order to apply them, and the roles for it', () => {
  expect(listed(repositoryRoot)).toMatchObject({
    environments: [
      {
        environment: 'production',
        region: 'us-east-1',
        planRole: 'arn:aws:iam::444455556666:role/harbour-production-ci-plan',
        applyRole: 'arn:aws:iam::444455556666:role/harbour-production-ci-apply',
        measures: true,
        stacks: [
          { stack: 'bootstrap', person: true },
          { stack: 'evidence-store', person: false },
          { stack: 'bootstrap-dr-region', person: true },
          {
            stack: 'backup-replica',
            folder: 'environments/production/rendered/terraform/backup-replica',
            person: false,
          },
          { stack: 'backup-storage' },
          { stack: 'access' },
        ],
      },
      { environment: 'staging' },
      { environment: 'dr', measures: false, stacks: [{}, {}, { stack: 'access' }] },
    ],
  });
});

test('persons read a table', () => {
  const { stdout } = resilience(repositoryRoot, ['stacks', '--env', 'dr']);
  expect(stdout).toContain(
    'dr           access          a pipeline  environments/dr/rendered/terraform/access\n',
  );
});

test('only stacks that differ since the branch began are touched', () => {
  const root = committed();
  expect(listed(root, '--touched', 'main')).toEqual({ environments: [] });
  appendFileSync(join(root, 'environments/staging/rendered/terraform/access/main.tf.json'), '\n');
  git(root, 'commit', '--quiet', '--all', '--message', 'change');
  // What the other branch did since is no change of this one.
  git(root, 'checkout', '--quiet', 'main');
  appendFileSync(join(root, 'environments/dr/rendered/terraform/access/main.tf.json'), '\n');
  git(root, 'commit', '--quiet', '--all', '--message', 'another change');
  git(root, 'checkout', '--quiet', 'branch');
  expect(listed(root, '--touched', 'main')).toMatchObject({
    environments: [{ environment: 'staging', stacks: [{ stack: 'access' }] }],
  });
});

test.each([
  ['--output=/tmp/x', 'Git knows no commit "--output=/tmp/x" here: fetch it, or name another'],
  ['unrelated', 'nothing leads from "unrelated" to what is checked out'],
])('a revision that cannot be compared, such as %s, is refused', (revision, message) => {
  const root = committed();
  git(root, 'checkout', '--quiet', '--orphan', 'unrelated');
  git(root, 'commit', '--quiet', '--message', 'unrelated');
  git(root, 'checkout', '--quiet', 'branch');
  const { status, stderr } = resilience(root, ['stacks', `--touched=${revision}`]);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('without pipelines there are no roles', () => {
  const root = copyOfRendered();
  const file = join(root, 'environments/organisation.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ {2}ci: .*\n/m, ''));
  expect(listed(root, '--env', 'staging')).toMatchObject({
    environments: [{ planRole: null, applyRole: null }],
  });
});

/** Harbour's repository on the branch `branch`, which has just left `main`. */
function committed(): string {
  const root = copyOfRendered();
  git(root, 'init', '--quiet', '--initial-branch', 'main');
  git(root, 'config', 'user.email', 'test@example.invalid');
  git(root, 'config', 'user.name', 'test');
  git(root, 'add', 'environments');
  git(root, 'commit', '--quiet', '--message', 'first');
  git(root, 'checkout', '--quiet', '-b', 'branch');
  return root;
}

const git = (root: string, ...words: string[]): string =>
  execFileSync('git', ['-c', 'commit.gpgsign=false', ...words], { cwd: root, encoding: 'utf8' });
