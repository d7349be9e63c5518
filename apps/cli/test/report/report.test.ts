import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyOfRendered, renderedRepository } from '@resilience/fixtures/repositories';
import { expect, test } from 'vitest';

import { drillReportOf, evidenceFolder, writeReport } from '../drill-reports.ts';
import { resilience } from '../resilience.ts';
import { resultOf } from '../result-of.ts';
import { rowsOf } from './rows-of.ts';

const date = ['--date', '2026-11-29'];
const committer = { GIT_COMMITTER_DATE: '2026-11-20T12:00:00Z' };

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.html'))
      .toSorted()
      .map((path) => [path, read(folder, path)]),
  );

/** A copy of the repository of harbour under git, with one commit. */
function underGit() {
  const root = copyOfRendered();
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], {
      env: { ...process.env, ...committer },
    });
  writeFileSync(join(root, '.gitignore'), 'node_modules\nsite\nother\n');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message=declare harbour');
  return { root, git };
}

test('a site is made for the day of the commit, and of it what changed since another', () => {
  const { root, git } = underGit();
  const site = join(root, 'site');
  git('tag', 'v1');
  const config = join(root, 'environments/staging/config.ts');
  const shorter = readFileSync(config, 'utf8').replace(
    /(weekly: \{[^}]*retention: )days\(30\)/,
    '$1days(20)',
  );
  writeFileSync(config, shorter);
  git('commit', '--all', '--quiet', '--message=edit <staging>');
  rmSync(join(root, 'environments/staging/rendered/secrets.md'));
  const { status, stderr, stdout } = resilience(root, [
    'report',
    '--output',
    site,
    '--since',
    'v1',
    '--json',
  ]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(resultOf(stdout)).toMatchObject({ date: '2026-11-20', untrusted: [] });
  const changes = read(site, 'changes.html');
  expect(rowsOf(changes, 'What protects less than before')).toEqual([
    ['staging', expect.stringContaining('20 d'), expect.stringContaining('schedules.weekly')],
  ]);
  expect(rowsOf(changes, 'Commits that change environments/').map(([, ...rest]) => rest)).toEqual([
    ['2026-11-20', 'edit &lt;staging>'],
  ]);
  expect(rowsOf(changes, 'What is declared: files')).toEqual([
    ['environments/staging/config.ts', 'changed'],
  ]);
  expect(rowsOf(changes, 'What is rendered: files')).toEqual([
    ['environments/staging/rendered/secrets.md', 'removed'],
  ]);
  expect(changes).toContain('with changes in environments/ that are not committed');
});

test('the same repository makes the same bytes, wherever they are written', () => {
  const { root } = underGit();
  for (const folder of ['site', 'other']) {
    expect(resilience(root, ['report', '--output', join(root, folder)]).status).toBe(0);
  }
  expect(contents(join(root, 'other'))).toEqual(contents(join(root, 'site')));
  expect(Object.values(contents(join(root, 'site'))).join('')).not.toContain(root);
});

test('reports of drills are shown with what they restored, and those that are not trusted without', () => {
  const from = evidenceFolder([
    drillReportOf(),
    drillReportOf({
      environment: 'dr',
      drill: 'region-failover',
      workflow: 'failover',
      startedAt: '2026-11-02T07:00:00Z',
      finishedAt: '2026-11-02T08:00:00Z',
      services: drillReportOf().services.map((one) => ({ ...one, scenario: 'region-failure' })),
    }),
  ]);
  const tampered = writeReport(from, drillReportOf({ workflow: 'tampered' }));
  appendFileSync(join(from, tampered), ' ');
  const site = join(from, 'site');
  const words = ['report', '--output', site, '--from', from, ...date];
  const { status, stderr, stdout } = resilience(renderedRepository(), words);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain(`does not count: ${tampered} is not what the drill has left`);
  const runs = rowsOf(read(site, 'evidence.html'), 'Runs of drills and recoveries');
  expect(runs.map(([run, of, where]) => [run, of, where])).toEqual([
    ['failover', 'region-failover', 'dr'],
    ['drill-namespace-restore-1793516400', 'namespace-restore', 'staging'],
  ]);
  // What is restored from a replica is a service of the environment that backed it up.
  const restores = rowsOf(read(site, 'services/production/orders.html'), 'Restores of orders');
  expect(restores.map(([service, disaster]) => [service, disaster])).toEqual([
    ['production/orders', 'region-failure'],
  ]);
});

test.each([
  [['--date', '2026-02-30'], '--date is a day such as 2026-12-31, not 2026-02-30'],
  [['--date', 'today'], '--date is a day such as 2026-12-31, not today'],
  [[], 'no commit says for which day the report is'],
  [[...date, '--since', '--output=x'], 'has no commit of git'],
  [[...date, '--from', 's3://acme'], 'a report reads nothing from the network'],
  [[...date, '--from', '/nowhere'], 'there is no folder /nowhere'],
])('a report is refused with %j', (words, message) => {
  const root = renderedRepository();
  const output = join(root, 'refused');
  const { status, stderr } = resilience(root, ['report', '--output', output, ...words]);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
  expect(readdirSync(root)).not.toContain('refused');
});
