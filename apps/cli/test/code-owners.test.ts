import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { repositoryOf } from '@resilience/fixtures/repositories';
import { expect, test } from 'vitest';

import { resilience } from './resilience.ts';

const file = '.github/CODEOWNERS';

test('the reviewers of each environment are rendered', () => {
  const root = withReviewers();
  expect(resilience(root, ['render'])).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(join(root, file), 'utf8').split('\n').slice(2)).toEqual([
    '*                         @harbour-shop/platform',
    '/environments/production/ @harbour-shop/sre on-call@harbour.example',
    '/environments/policy.ts   @harbour-shop/platform',
    '',
  ]);
  expect(resilience(root, ['render', '--check'])).toMatchObject({ status: 0 });
});

test('without reviewers no file is rendered, and one that somebody wrote stays', () => {
  const root = repositoryOf('harbour');
  expect(resilience(root, ['render'])).toMatchObject({ status: 0 });
  expect(existsSync(join(root, file))).toBe(false);
  writeOwn(root);
  expect(resilience(root, ['render'])).toMatchObject({ status: 0 });
  expect(readFileSync(join(root, file), 'utf8')).toBe('* @own\n');
});

test('a file that somebody wrote is not replaced', () => {
  const root = withReviewers();
  writeOwn(root);
  const { status, stderr } = resilience(root, ['render']);
  expect(status).toBe(2);
  expect(stderr).toContain('would replace .github/CODEOWNERS, which was not rendered');
  expect(readFileSync(join(root, file), 'utf8')).toBe('* @own\n');
});

test('a reviewer that no forge knows is a problem', () => {
  const root = withReviewers("'@harbour-shop/platform team'");
  expect(resilience(root, ['render']).stderr).toContain(
    'expected  a user or team such as @example/platform, or an email address',
  );
});

/** Harbour with reviewers: of everything, and of production. */
function withReviewers(everything = "'@harbour-shop/platform'"): string {
  const root = repositoryOf('harbour');
  const edit = (path: string, from: string, to: string): void => {
    const text = readFileSync(join(root, path), 'utf8');
    if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
    writeFileSync(join(root, path), text.replace(from, to));
  };
  edit(
    'environments/organisation.ts',
    "organisation: 'harbour',",
    `organisation: 'harbour', reviewers: { everything: [${everything}] },`,
  );
  edit(
    'environments/production/config.ts',
    "name: 'production',",
    `name: 'production', reviewers: { ...organisation.reviewers,
      environment: ['@harbour-shop/sre', 'on-call@harbour.example'] },`,
  );
  return root;
}

function writeOwn(root: string): void {
  mkdirSync(join(root, '.github'), { recursive: true });
  writeFileSync(join(root, file), '* @own\n');
}
