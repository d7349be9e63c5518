import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import { type Given, judgeAnswers, withUsual } from '../../src/init/given-answers.ts';
import { init } from '../../src/init/init.ts';
import { Refusal } from '../../src/refusal.ts';
import { emptyRepository } from '../empty-repository.ts';
import { run } from '../run.ts';
import { twoClusters } from './organisations.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

function repository(files: Readonly<Record<string, string>> = {}): string {
  const root = emptyRepository(files);
  roots.push(root);
  return root;
}

async function initialise(root: string, given: Given, dryRun = false, removeSample = false) {
  const judged = judgeAnswers(withUsual(root, given), 'answers.yaml');
  if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
  return init(judged.answers, { root, removeSample, dryRun });
}

test('what is written renders, and no rule finds anything', async () => {
  const root = repository();
  const { code } = await initialise(root, twoClusters);
  expect(code).toBe(0);
  const env = { RESILIENCE_REPOSITORY: root };
  expect(await run(['render'], env)).toMatchObject({ status: 0, stderr: '' });
  const { status, stdout } = await run(['check'], env);
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/^dr: .* 0 findings.*\n\nproduction: .* 0 findings/),
  ]);
});

test('a second init is refused, and nothing changes', async () => {
  const root = repository();
  await initialise(root, twoClusters);
  const before = readFileSync(join(root, 'environments/organisation.ts'), 'utf8');
  await expect(initialise(root, { ...twoClusters, organisation: 'other' })).rejects.toThrow(
    Refusal,
  );
  expect(readFileSync(join(root, 'environments/organisation.ts'), 'utf8')).toBe(before);
});

test('a dry run writes nothing', async () => {
  const root = repository();
  const { code, text } = await initialise(root, twoClusters, true);
  expect([code, text()]).toEqual([
    0,
    expect.stringContaining('would write  environments/dr/config.ts'),
  ]);
  expect(existsSync(join(root, 'environments/organisation.ts'))).toBe(false);
});

test('the sample stays unless it is said that it goes', async () => {
  const root = repository({
    'environments/organisation.ts': "export const organisation = { organisation: 'northwind' };\n",
  });
  await expect(initialise(root, twoClusters)).rejects.toThrow('--remove-sample');
});

const sample = {
  'environments/organisation.ts': "export const organisation = { organisation: 'northwind' };\n",
  'environments/policy.ts': 'export const policy = {};\n',
  'environments/shop/config.ts': "export default { organisation: 'northwind' };\n",
  'environments/shop/rendered/recovery.md': '<!-- Rendered by "npm run render" -->\n',
  '.github/CODEOWNERS': '* @northwind-shop/platform\n',
  '.github/renovate.json': '{}\n',
};

function cloneOfSample(): string {
  const root = repository(sample);
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words]);
  git('init', '--quiet');
  git('add', 'environments', '.github');
  git('commit', '--quiet', '--message=sample');
  return root;
}

test('the sample is taken away with what was rendered from it, and nothing else', async () => {
  const root = cloneOfSample();
  writeFileSync(join(root, '.git/info/exclude'), '*.tfstate\n');
  writeFileSync(join(root, 'environments/shop/rendered/terraform.tfstate'), 'applied');
  const { result } = await initialise(root, twoClusters, false, true);
  expect(result).toMatchObject({ problems: [], isWritten: true, removed: 3 });
  expect(Object.keys(sample).filter((file) => existsSync(join(root, file)))).toEqual([
    'environments/organisation.ts',
    'environments/policy.ts',
    '.github/renovate.json',
  ]);
  expect(existsSync(join(root, 'environments/shop/rendered/terraform.tfstate'))).toBe(true);
});

test('a sample that differs from what Git holds is left as it is', async () => {
  const root = cloneOfSample();
  writeFileSync(join(root, 'environments/policy.ts'), 'export const policy = 1;\n');
  await expect(initialise(root, twoClusters, false, true)).rejects.toThrow(
    'environments/policy.ts',
  );
  expect(existsSync(join(root, 'environments/shop/config.ts'))).toBe(true);
});

test('what is missing is said all at once, each with the flag that says it', () => {
  const judged = judgeAnswers({ organisation: 'acme' }, 'answers.yaml');
  const problems = judged.ok ? [] : judged.problems;
  expect(problems.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['account', 'region', 'drRegion', 'cluster', 'breakGlass']),
  );
  expect(problems.find(({ path }) => path === 'drRegion')?.fix).toContain('--dr-region');
});

test.each([
  [{ pagerduty: false }, 'slack'],
  [{ email: 'ops@acme.example' }, 'mailServer'],
  [{ drIdentity: undefined }, 'drIdentity'],
  [{ account: 111_122_223_333 }, 'account'],
  [{ services: ['orders:orders:postgresql:big'] }, 'services[0]'],
])('%j is refused at %s', (change, path) => {
  const judged = judgeAnswers(withUsual('/nowhere', { ...twoClusters, ...change }), 'answers.yaml');
  expect(judged.ok ? [] : judged.problems.map((problem) => problem.path)).toEqual([path]);
});
