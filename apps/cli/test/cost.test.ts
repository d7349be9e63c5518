import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyOfRendered } from '@resilience/fixtures/repositories';
import { loadEnvironment } from '@resilience/config/load';
import { price } from '@resilience/cost/price';
import { expect, test } from 'vitest';

import { repositoryRoot } from '../src/repository-root.ts';
import { resilience } from './resilience.ts';
import { resultOf } from './result-of.ts';

const cost = (...words: string[]) => resilience(repositoryRoot, ['cost', ...words]);

test('a bill is a table, a bar for each month, and what would cost less', () => {
  const { status, stdout } = cost('--env', 'production');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {2}month +1 +2 +3 +6 +12 +18 +24$/m);
  expect(stdout).toMatch(/^ {2}replica +\d+\.\d\d/m);
  expect(stdout.match(/^ +\d+ █+ +\d+\.\d\d$/gm)).toHaveLength(24);
  expect(stdout).toContain('the budget of 400 a month holds');
  expect(stdout).toMatch(/^ +\d+\.\d\d {2}schedules\.daily: declared → removed$/m);
  // Critical data is kept for a year by policy, and only the monthly backups are.
  expect(stdout).not.toContain('schedules.monthly: declared → removed');
  expect(stdout).not.toContain('schedules.monthly.retention');
});

test('a budget that is passed within two years is a finding', () => {
  const root = copyOfRendered();
  const config = join(root, 'environments/staging/config.ts');
  writeFileSync(config, readFileSync(config, 'utf8').replace('usd(50)', 'usd(8)'));
  const { status, stdout } = resilience(root, ['cost', '--env', 'staging', '--json']);
  expect(status).toBe(1);
  expect(resultOf(stdout)).toMatchObject({
    pricedOn: expect.stringMatching(/^\d{4}-/) as string,
    environments: [{ environment: 'staging', budget: 8, overBudgetIn: 13, savings: [] }],
  });
  rmSync(root, { recursive: true });
});

test('one environment is drawn, and no more', () => {
  const drawn = cost('--env', 'production', '--format', 'svg');
  expect([drawn.status, drawn.stderr]).toEqual([0, '']);
  expect(drawn.stdout).toMatch(/^<svg .*<\/svg>\n+$/s);
  expect(drawn.stdout).toContain('What the backups of production cost a month</title>');
  expect(cost('--format', 'svg')).toMatchObject({
    status: 2,
    stderr: 'resilience: --format svg draws one environment: name it with --env\n',
  });
});

test('an unknown environment is refused', () => {
  expect(cost('--env', 'prod')).toMatchObject({
    status: 2,
    stderr:
      'resilience: no environment is called prod; there are dr, production, staging; did you mean production?\n',
  });
});

/** Customer-managed keys that Terraform makes for an environment. */
function renderedKeys(environment: string): number {
  const folder = join(repositoryRoot, 'environments', environment, 'rendered/terraform');
  const keys = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tf.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Stack)
    .map(({ resource }) => Object.keys(resource?.aws_kms_key ?? {}).length);
  return keys.reduce((sum, count) => sum + count, 0);
}

interface Stack {
  readonly resource?: { readonly aws_kms_key?: object };
}

test.each([
  ['production', 2],
  ['staging', 1],
  ['dr', 0],
])('the keys of %s are those that are rendered, and %i secrets', async (name, secrets) => {
  const loaded = await loadEnvironment(repositoryRoot, name);
  if (!loaded.ok) throw new Error('not loaded');
  const { parts } = price(loaded.value);
  const fixed = parts.find((part) => part.name === 'keys-and-secrets')?.months[0];
  expect(fixed).toBeCloseTo(renderedKeys(name) + secrets * 0.4);
});
