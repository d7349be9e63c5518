import { copyOfRendered } from '@resilience/fixtures/repositories';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { resilience } from './resilience.ts';
import { resultOf } from './result-of.ts';

const root = copyOfRendered();

afterAll(() => rmSync(root, { recursive: true }));

test('what breaks a policy is rendered, found and a failure, unless nobody asks', () => {
  const policy = join(root, 'environments/policy.ts');
  const source = readFileSync(policy, 'utf8');
  writeFileSync(
    policy,
    source.replace("regions: ['us-east-1', 'us-west-2']", "regions: ['us-west-2']"),
  );
  const judged = resilience(root, ['render', '--env', 'staging']);
  expect([judged.status, judged.stdout]).toEqual([
    1,
    expect.stringMatching(
      /\nerror access\/regions-are-allowed: .*, here and in \d+ other places\n/,
    ),
  ]);
  const json = resilience(root, ['render', '--env', 'staging', '--json']);
  expect([json.status, resultOf(json.stdout)]).toMatchObject([
    1,
    { checked: [{ environment: 'staging' }] },
  ]);
  const unjudged = resilience(root, ['render', '--env', 'staging', '--no-check']);
  expect([unjudged.status, unjudged.stdout]).toEqual([
    0,
    expect.stringMatching(/\nnot judged by the policies: run "npm run resilience -- check"\n$/),
  ]);
  writeFileSync(policy, 'export const policy = {');
  const unusable = resilience(root, ['render', '--env', 'staging']);
  expect([unusable.status, unusable.stdout]).toEqual([2, '']);
  writeFileSync(policy, source);
});

test('a rule on the whole environment names no entry that nobody declared', () => {
  const policy = join(root, 'environments/policy.ts');
  const source = readFileSync(policy, 'utf8');
  writeFileSync(
    policy,
    source.replace(
      'standard: { minimum: days(30), maximum: days(400) }',
      'standard: { minimum: days(1), maximum: days(2) }',
    ),
  );
  const { status, stdout } = resilience(root, ['check', '--env', 'staging']);
  expect([status, stdout]).toEqual([
    1,
    expect.stringMatching(
      /standard data, which the schedule \S+ keeps longest, is kept longer than the organisation allows\n.*\n +from +environments\/staging\/config\.ts:\d+:\d+ › schedules\n/,
    ),
  ]);
  writeFileSync(policy, source);
});
