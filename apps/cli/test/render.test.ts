import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyOfRendered } from '@resilience/fixtures/repositories';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { repositoryRoot } from '../src/repository-root.ts';
import { renderedFiles, resilience } from './resilience.ts';
import { resultOf } from './result-of.ts';

const committed = renderedFiles(repositoryRoot);

// Each run is a process of its own, and a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root = '';

beforeEach(() => {
  root = copyOfRendered();
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const omit = (files: Record<string, string>, paths: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));

const config = (name: string): string => join(root, 'environments', name, 'config.ts');

const edit = (name: string, from: string, to: string): void => editFile(config(name), from, to);

/** Replaces the first occurrence of a text in a file. */
function editFile(file: string, from: string, to: string): void {
  const before = readFileSync(file, 'utf8');
  expect(before).toContain(from);
  writeFileSync(file, before.replace(from, to));
}

test('another checkout, time zone and working directory render the bytes that are committed', () => {
  for (const name of ['dr', 'production', 'staging']) {
    rmSync(join(root, 'environments', name, 'rendered'), { recursive: true });
  }
  // That of faults comes from real servers, and stays as it is.
  for (const name of ['aws', 'policies']) rmSync(join(root, `docs/reference/${name}.md`));
  const run = resilience(root, ['render'], { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' });
  expect(run).toMatchObject({ status: 0, stderr: '' });
  const lockFiles = Object.keys(committed).filter((path) => path.endsWith('.terraform.lock.hcl'));
  expect(renderedFiles(root)).toEqual(omit(committed, lockFiles));
});

test('an objective that no schedule holds is refused, with what would be lost, unless it is waived', () => {
  edit('staging', "cron: '0 2 * * *'", "cron: '0 2 * * 1'");
  const { status, stderr } = resilience(root, ['render', '--env', 'staging']);
  expect(status).toBe(2);
  // Of nine disasters one loses nothing, four are waived, and a late discovery may cost two weeks.
  expect(stderr).toMatch(
    /standard\.objectives\.volume-corruption\.rpo\] orders, media: no schedule meets this RPO: the newest backup can be older, here and in 2 other places\n/,
  );
  expect(stderr).toContain(`    expected  at most 2 d of data lost
    received  7 d 2 h by the schedule weekly, 5 d 2 h too much`);
  expect(stderr).toMatch(/\n1 problem; nothing was written\n$/);
  edit('staging', "rule: 'recovery/rpo'", "rule: 'recovery/rto'");
  const unwaived = resilience(root, ['render', '--env', 'staging']);
  expect(unwaived.stderr).toContain('leaves no backup to restore from');
  expect(renderedFiles(root)).toEqual(committed);
});

test('an objective that the recovery does not hold is refused, with what takes longest', () => {
  edit(
    'staging',
    "'volume-corruption': { rpo: hours(48), rto: minutes(60) }",
    "'volume-corruption': { rpo: hours(48), rto: minutes(15) }",
  );
  const { status, stderr } = resilience(root, ['render', '--env', 'staging']);
  expect(status).toBe(2);
  expect(stderr.replace(/:\d+:\d+ ›/, ' ›'))
    .toBe(`[environments/staging/config.ts › tiers.standard.objectives.volume-corruption.rto] orders: the recovery takes longer than this RTO
    expected  back within 15 min
    received  16 min 52 s, 1 min 52 s too late; most of it is detection 5 min, assumed
    fix       make the cheapest change that "npm run resilience -- explain orders --env staging --scenario volume-corruption" finds, shorten detection, declare what holds, or waive recovery/rto for orders/volume-corruption
    code      recovery/rto

1 problem; nothing was written
`);
});

test('an objective is not proved by what nobody knows', () => {
  const organisation = join(root, 'environments/organisation.ts');
  const source = readFileSync(organisation, 'utf8');
  writeFileSync(organisation, source.replace(/^ +'pod-start': .*\n/m, ''));
  const { status, stderr } = resilience(root, ['render', '--env', 'staging']);
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /rto\] orders, media: this RTO cannot be proved, here and in \d+ other places\n/,
  );
  expect(stderr).toContain(`
    expected  every time that a recovery is made of
    received  recovery.steps.pod-start is neither assumed nor measured often enough
    fix       declare recovery.steps.pod-start, or measure it in drills
    code      recovery/rto`);
  writeFileSync(organisation, source);
});

test('the reference is about all environments, and rendered with all of them alone', () => {
  const reference = join(root, 'docs/reference/aws.md');
  writeFileSync(reference, '');
  expect(resilience(root, ['render', '--env', 'dr'])).toMatchObject({ status: 0 });
  expect(readFileSync(reference, 'utf8')).toBe('');
  expect(resilience(root, ['render', '--check']).status).toBe(1);
  expect(resilience(root, ['render'])).toMatchObject({ status: 0 });
  expect(renderedFiles(root)).toEqual(committed);
});

test('a second render changes nothing and says so', () => {
  const { status, stdout } = resilience(root, ['render']);
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^environment +files +time +changes\ndr +\d+ +\d+ ms +none\nproduction .* none\nstaging .* none\n$/,
  );
  expect(renderedFiles(root)).toEqual(committed);
});

test('a declaration with problems is refused with all of them, and nothing is touched', () => {
  edit('dr', "name: 'harbour-dr'", "name: 'harbour-standby'");
  editFile(join(root, 'environments/organisation.ts'), 'rto: minutes(1)', 'rto: 1');
  edit('staging', "account: '777788889999'", "account: '4444'");
  const { status, stdout, stderr } = resilience(root, ['render']);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(
    `› tiers.critical.objectives.pod-failure.rto] is not valid, here and in 2 other places
    also      tiers.important.objectives.pod-failure.rto (line 10), tiers.standard.objectives.pod-failure.rto (line 10)
    expected  a duration above zero such as hours(24)
    received  1`,
  );
  expect(stderr).toMatch(/\[environments\/staging\/config\.ts:\d+:5 › aws\.account\] is not valid/);
  // Three tiers share the objectives; the problem is reported once, not again for each environment.
  expect(stderr).toMatch(/\n2 problems; nothing was written\n$/);
  expect(renderedFiles(root)).toEqual(committed);
});

test('problems are told to machines as data', () => {
  edit('staging', "account: '777788889999'", "account: '4444'");
  const { status, stdout } = resilience(root, ['render', '--env', 'staging', '--json']);
  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    command: 'render',
    outcome: 'unusable',
    result: null,
    problems: [
      {
        file: 'environments/staging/config.ts',
        path: 'aws.account',
        line: expect.any(Number),
        column: 5,
        code: 'config/invalid',
        message: 'is not valid',
        expected: 'an AWS account id of twelve digits such as 111122223333',
        received: '"4444"',
        fix: 'write an AWS account id of twelve digits such as 111122223333',
      },
    ],
  });
});

test('what is no longer declared is no longer rendered', () => {
  edit('staging', "weekly: {\n      cron: '0 3 * * 0'", "midweek: {\n      cron: '0 3 * * 3'");
  const { status, stdout } = resilience(root, ['render', '--env', 'staging', '--json']);
  expect(status).toBe(0);
  expect(resultOf(stdout)).toMatchObject({
    environments: [{ environment: 'staging', added: 2, changed: 16, removed: 2 }],
    files: expect.arrayContaining([
      {
        path: 'environments/staging/rendered/kubernetes/velero-schedules/schedule-weekly.yaml',
        change: 'removed',
      },
    ]),
  });
  const folder = 'environments/staging/rendered/kubernetes/velero-schedules';
  const names = Object.keys(renderedFiles(root)).filter((path) => path.startsWith(folder));
  expect(names).toEqual([
    `${folder}/configmap-daily-volume-policies.yaml`,
    `${folder}/configmap-midweek-volume-policies.yaml`,
    `${folder}/schedule-daily.yaml`,
    `${folder}/schedule-midweek.yaml`,
  ]);
});

test('the names of changed files are printed', () => {
  edit('staging', "cron: '0 2 * * *'", "cron: '0 1 * * *'");
  const { status, stdout } = resilience(root, ['render', '--env', 'staging']);
  expect(status).toBe(0);
  expect(stdout).toContain(
    '\nchanged  environments/staging/rendered/kubernetes/velero-schedules/schedule-daily.yaml\n',
  );
});

test('a check of fresh files is content', () => {
  expect(resilience(root, ['render', '--check'])).toMatchObject({ status: 0, stderr: '' });
});

test('a check shows what is stale as a diff, and writes nothing', () => {
  edit('staging', "cron: '0 2 * * *'", "cron: '0 1 * * *'");
  const { status, stdout, stderr } = resilience(root, ['render', '--check']);
  expect(status).toBe(1);
  expect(stdout).toContain(
    '--- a/environments/staging/rendered/kubernetes/velero-schedules/schedule-daily.yaml\n' +
      '+++ b/environments/staging/rendered/kubernetes/velero-schedules/schedule-daily.yaml\n',
  );
  expect(stdout).toContain('\n-  schedule: 0 2 * * *\n+  schedule: 0 1 * * *\n');
  expect(stderr).toBe('4 rendered files are stale: run "npm run render" and commit them\n');
  expect(renderedFiles(root)).toEqual(committed);
});

test('a check finds a rendered file that was edited by hand', () => {
  const path = 'environments/dr/rendered/kubernetes/velero-server/service-velero.yaml';
  appendFileSync(join(root, path), '# by hand\n');
  const { status, stdout } = resilience(root, ['render', '--check', '--json']);
  expect(status).toBe(1);
  expect(resultOf(stdout)).toMatchObject({
    stale: true,
    diff: expect.stringContaining('\n-# by hand\n'),
  });
});

test.each([
  [['render', '--env', 'prod'], 'no environment is called prod; there are dr, production, staging'],
  [['render', '--chekc'], "unknown option '--chekc'"],
  [['rendre'], "unknown command 'rendre'"],
])('%j is refused', (words, message) => {
  const { status, stderr } = resilience(root, words);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('help is not a failure', () => {
  const { status, stdout } = resilience(root, ['--help']);
  expect([status, stdout]).toEqual([0, expect.stringContaining('render')]);
});
