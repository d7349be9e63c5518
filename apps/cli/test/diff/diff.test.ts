import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { copyOfRendered } from '@resilience/fixtures/repositories';
import { afterAll, beforeEach, expect, test } from 'vitest';

import type { Diff } from '../../src/diff/diff-flags.ts';
import { resilience, type Run } from '../resilience.ts';

const root = copyOfRendered();
afterAll(() => rmSync(root, { recursive: true }));

const git = (...words: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@harbour.example', ...words], {
    cwd: root,
    encoding: 'utf8',
  }).trim();

writeFileSync(join(root, '.gitignore'), 'node_modules\n');
git('init', '--quiet', '--initial-branch=main');
git('add', '--all');
git('commit', '--quiet', '--message=base');

beforeEach(() => {
  git('checkout', '--quiet', '--force', 'main');
  git('clean', '--quiet', '--force', '-d');
});

const diff = (...words: readonly string[]): Run => resilience(root, ['diff', ...words]);

function resultOf(...words: readonly string[]): Diff {
  const { status, stdout, stderr } = diff(...words, '--json');
  if (status === 2) throw new Error(stderr);
  return (JSON.parse(stdout) as { result: Diff }).result;
}

/** A file of the repository with one text replaced. */
function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(root, file);
  const source = readFileSync(path, 'utf8');
  const edited = source.replace(from, to);
  if (edited === source) throw new Error(`${file} holds no ${String(from)}`);
  writeFileSync(path, edited);
}

const production = 'environments/production/config.ts';

test('without a change nothing differs', () => {
  expect(diff()).toEqual({
    status: 0,
    stderr: '',
    stdout: `nothing differs since the branch point from main (${git('rev-parse', 'HEAD').slice(0, 8)})\n\nunchanged: dr, production, staging\n`,
  });
});

test('a change that is not committed, in the lines in which it is written', () => {
  edit(production, 'retention: days(30)', 'retention: days(14)');
  const { environments, unchanged, notices } = resultOf();
  expect(environments.map(({ environment }) => environment)).toEqual(['production']);
  expect(environments[0]?.statements).toEqual([
    {
      kind: 'schedules/backups-are-kept',
      direction: 'weaker',
      text: 'Backups of the schedule daily are kept for 14 d instead of 30 d.',
      places: [{ file: production, line: expect.any(Number), path: 'schedules.daily.retention' }],
    },
  ]);
  expect(unchanged).toEqual(['dr', 'staging']);
  expect(notices).toEqual([
    '2 rendered files of production are stale, and AWS and the cluster are compared by what is there: run "npm run render"',
  ]);
});

test('what is shared changes the environments that import it, and is said once', () => {
  edit('environments/organisation.ts', 'every: minutes(5) }', 'every: minutes(30) }');
  const { stdout, status } = diff('--fail-on-weaker');
  const line = 'dr, production, staging: The heartbeat is called every 30 min instead of 5 min.';
  expect([status, stdout.split(line).length]).toEqual([1, 2]);
  expect(stdout).toMatch(/^ +environments\/organisation\.ts:\d+ notifications\.heartbeat\.every$/m);
});

test('the policy of the organisation', () => {
  edit('environments/policy.ts', 'minimum: days(365)', 'minimum: days(90)');
  const { organisation, unchanged } = resultOf();
  expect(organisation.map(({ text, direction }) => `${direction}: ${text}`)).toEqual([
    'weaker: The policy says 90 d instead of 365 d for the least retention of critical services.',
  ]);
  expect(unchanged).toEqual(['dr', 'production', 'staging']);
});

test('environments that come and go', () => {
  rmSync(join(root, 'environments/staging'), { recursive: true });
  const { environments } = resultOf();
  expect(environments.map(({ environment, change }) => [environment, change])).toEqual([
    ['staging', 'removed'],
  ]);
  git('add', '--all');
  git('commit', '--quiet', '--message=without staging');
  const without = git('rev-parse', 'HEAD');
  git('reset', '--quiet', '--hard', 'HEAD~1');
  expect(
    resultOf(without).environments.map(({ environment, change }) => [environment, change]),
  ).toEqual([['staging', 'added']]);
});

test('a base that this version of the layer cannot read is compared by what is rendered', () => {
  edit(production, 'durationBudget: minutes(60)', 'atMost: minutes(60)');
  git('commit', '--quiet', '--all', '--message=of another version');
  const older = git('rev-parse', 'HEAD');
  git('reset', '--quiet', '--hard', 'HEAD~1');
  const rendered =
    'environments/production/rendered/kubernetes/velero-schedules/schedule-daily.yaml';
  edit(rendered, 'paused: false', 'paused: true');
  const { environments, notices } = resultOf(older);
  expect(environments).toMatchObject([{ proofs: [], steps: [{ by: 'argocd' }] }]);
  expect(environments[0]?.cost).toBeUndefined();
  expect(environments[0]?.statements).toEqual([
    expect.objectContaining({
      text: 'The schedule daily is paused: no backup is made.',
      places: [{ file: rendered, path: '' }],
    }),
  ]);
  expect(notices).toContainEqual(
    expect.stringContaining(`the declaration of production at ${older} cannot be read`),
  );
});

test('a side without what is rendered is compared by its declaration', () => {
  rmSync(join(root, 'environments/staging/rendered'), { recursive: true });
  edit('environments/staging/config.ts', 'retention: days(7)', 'retention: days(6)');
  const { environments, notices } = resultOf();
  expect(environments).toMatchObject([
    { environment: 'staging', aws: [], stacks: [], cluster: [], findings: [] },
  ]);
  expect(environments[0]?.statements.map(({ text }) => text)).toEqual([
    'Backups of the schedule daily are kept for 6 d instead of 7 d.',
  ]);
  expect(notices).toEqual([
    'nothing is rendered for staging: run "npm run render"; what is rendered of staging is not compared',
  ]);
});

test('a side that another version has rendered is named', () => {
  const layer = 'environments/staging/rendered/layer.json';
  const [version = ''] = /\d+\.\d+\.\d+/.exec(readFileSync(join(root, layer), 'utf8')) ?? [];
  edit(layer, version, '0.0.1');
  expect(resultOf()).toMatchObject({
    environments: [],
    notices: [
      `staging was rendered by ${version}, and now by 0.0.1: the proofs and costs of both sides are computed by this version`,
    ],
  });
});

test('a declaration with problems is refused as everywhere', () => {
  edit(production, 'retention: days(30)', 'retention: 30');
  const { status, stdout, stderr } = diff();
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('schedules.daily.retention');
});

test('where a branch left the default branch', () => {
  git('checkout', '--quiet', '-B', 'change');
  edit(production, 'retention: days(30)', 'retention: days(14)');
  git('commit', '--quiet', '--all', '--message=change');
  git('checkout', '--quiet', 'main');
  edit('environments/staging/config.ts', 'retention: days(7)', 'retention: days(8)');
  git('commit', '--quiet', '--all', '--message=meanwhile');
  git('checkout', '--quiet', 'change');
  const { environments, base } = resultOf();
  git('branch', '--force', 'main', 'main~1');
  expect([base.name, environments.map(({ environment }) => environment)]).toEqual([
    'the branch point from main',
    ['production'],
  ]);
});

test.each([
  [['nowhere'], 'there is no revision "nowhere"'],
  [['--upload-pack=evil'], 'unknown option'],
  [['--env', 'prodution'], 'did you mean production?'],
])('%j is refused', (words, why) => {
  const { status, stderr } = diff(...words);
  expect([status, stderr]).toEqual([2, expect.stringContaining(why)]);
});

test('a folder without git is refused', () => {
  const outside = copyOfRendered();
  const { status, stderr } = resilience(outside, ['diff']);
  rmSync(outside, { recursive: true });
  expect([status, stderr]).toEqual([2, expect.stringContaining('has no commit of git')]);
});

test('environments in a folder of a larger repository', () => {
  const inner = join(root, 'inner');
  cpSync(join(root, 'environments'), join(inner, 'environments'), { recursive: true });
  cpSync(join(root, 'package.json'), join(inner, 'package.json'));
  symlinkSync(join(programRoot, 'node_modules'), join(inner, 'node_modules'));
  git('add', '--all');
  git('commit', '--quiet', '--message=inner');
  edit(`inner/${production}`, 'retention: days(30)', 'retention: days(14)');
  const { status, stdout } = resilience(inner, ['diff', 'HEAD']);
  git('reset', '--quiet', '--hard', 'HEAD~1');
  expect([status, stdout]).toEqual([0, expect.stringContaining('are kept for 14 d')]);
});
