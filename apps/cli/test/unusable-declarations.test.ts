import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyOfRendered } from '@resilience/fixtures/repositories';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { renderedFiles, resilience } from './resilience.ts';

let root = '';

beforeEach(() => {
  root = copyOfRendered();
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test.each([['render'], ['check'], ['cost']])(
  'without an environment, %s says how to declare one, and changes nothing',
  (verb) => {
    for (const name of ['dr', 'production', 'staging']) {
      rmSync(join(root, 'environments', name), { recursive: true });
    }
    const docs = renderedFiles(root);
    const { status, stdout, stderr } = resilience(root, [verb]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^resilience: no environment is declared: create environments\/<name>/);
    expect(renderedFiles(root)).toEqual(docs);
  },
);

test('a mistake in a file that all environments share is one problem, with its line', () => {
  const organisation = join(root, 'environments/organisation.ts');
  writeFileSync(
    organisation,
    readFileSync(organisation, 'utf8').replace("organisation: 'harbour',", "organisation: 'a' b,"),
  );
  const { status, stderr } = resilience(root, ['render']);
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^\[environments\/organisation\.ts:\d+:\d+\] cannot be loaded\n.*\n +received +SyntaxError: .* in "organisation: 'a' b,"\n/,
  );
  expect(stderr).toMatch(/\n1 problem; nothing was written\n$/);
});

test.each([
  ['export const policy = {;', /environments\/policy\.ts:1:24\] cannot be loaded/],
  ['export const policy = {};', /environments\/policy\.ts:1:23\] lacks retention, replicated, /],
  [
    "export const policy = {\n  regions: ['x'],\n} satisfies object;",
    /environments\/policy\.ts:2:13 › regions\[0\]\] is not valid/,
  ],
  ['export const rules = 1;', /environments\/policy\.ts:1:1\] is missing/],
])('a policy that reads %j is refused with its problems', (source, message) => {
  writeFileSync(join(root, 'environments/policy.ts'), source);
  const { status, stderr } = resilience(root, ['check', '--env', 'dr']);
  expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  expect(stderr).not.toContain('    at ');
});
