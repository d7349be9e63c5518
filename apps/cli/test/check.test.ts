import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyOfRendered } from '@resilience/fixtures/repositories';
import { afterAll, expect, test } from 'vitest';

import { ofWaivers } from '../src/check/of-waivers.ts';
import { resilience } from './resilience.ts';

const root = copyOfRendered();
const schedule = 'environments/production/rendered/kubernetes/velero-schedules/schedule-daily.yaml';
const source = readFileSync(join(root, schedule), 'utf8').replace('paused: false', 'paused: true');

afterAll(() => rmSync(root, { recursive: true }));

test('what is rendered here breaks no rule', () => {
  const { status, stdout } = resilience(root, ['check']);
  expect(status).toBe(0);
  expect(stdout.match(/ 0 findings, 0 waived/g)).toHaveLength(3);
});

test('a rendered file that was edited by hand is found, with its line and what caused it', () => {
  writeFileSync(join(root, schedule), source);
  const line = source.split('\n').findIndex((text) => text.includes('paused: true')) + 1;
  const { status, stdout } = resilience(root, ['check', '--env', 'production']);
  expect(status).toBe(1);
  expect(stdout).toContain('error scheduling/schedules-run: Schedule/daily is paused');
  expect(stdout).toContain(
    `${schedule}:${line}\n    from      environments/production/config.ts:${declaredAt('daily: {')} › schedules.daily\n`,
  );
});

/** The line and the column of a text in the declaration of production. */
function declaredAt(text: string, organisation = false): string {
  const file = organisation ? 'organisation.ts' : 'production/config.ts';
  const lines = readFileSync(join(root, 'environments', file), 'utf8').split('\n');
  const line = lines.findIndex((one) => one.includes(text));
  return `${line + 1}:${(lines[line] ?? '').indexOf(text) + 1}`;
}

test('a finding in a schedule of a tier comes from the tier, in the file that declares the tier', () => {
  const ofTier = schedule.replace('daily', 'four-hourly-critical');
  const before = readFileSync(join(root, ofTier), 'utf8');
  writeFileSync(join(root, ofTier), before.replace('paused: false', 'paused: true'));
  const { stdout } = resilience(root, ['check', '--env', 'production']);
  writeFileSync(join(root, ofTier), before);
  expect(stdout).toContain(
    `from      environments/organisation.ts:${declaredAt("'four-hourly-critical': {", true)} › tiers.critical.schedules.four-hourly-critical\n`,
  );
});

test.each([
  ['json', '"rule": "scheduling/schedules-run"'],
  ['sarif', '"ruleId": "scheduling/schedules-run"'],
  ['junit', '<testcase classname="scheduling/schedules-run" name="Schedule/daily"><failure>'],
  ['github', `::error file=${schedule},line=`],
])('the format %s says so, too', (format, expected) => {
  writeFileSync(join(root, schedule), source);
  const { status, stdout } = resilience(root, ['check', '--format', format]);
  expect([status, stdout]).toEqual([1, expect.stringContaining(expected)]);
});

const broken = 'kubernetes/velero-server/service-velero.yaml';
const notYaml = '# Rendered by "npm run render"\nspec: [\n';

const waiver = { rule: 'a/b', subject: 'c', reason: 'd', owner: 'e', expires: '2026-11-24' };
const verdict = { environment: 'production', findings: [], applied: new Map() };

test.each([
  ['2026-11-24', 'waivers/excuse-something', false],
  ['2026-11-25', 'waivers/are-in-force', true],
])('on %s an unused waiver of the 24th breaks %s', (today, rule, stops) => {
  expect(ofWaivers([waiver], verdict, today)).toMatchObject([{ rule, stops }]);
});

const late = { ...waiver, rule: 'recovery/rpo', subject: 'orders/region-failure' };
const lasting = { reason: 'The region is not lost.', owner: 'platform', expires: '2099-01-01' };

test.each([
  ['its objective is breached', ['recovery/rpo orders/region-failure'], []],
  ['another objective is', ['recovery/rto orders/region-failure'], ['waivers/excuse-something']],
  ['every objective holds', [], ['waivers/excuse-something']],
])('a waiver of an objective counts while %s', (_, breached, rules) => {
  const found = ofWaivers([late], verdict, '2026-11-24', new Set(breached));
  expect(found.map(({ rule }) => rule)).toEqual(rules);
});

test('what is declared and changes nothing is a warning, and stops nobody', () => {
  const other = copyOfRendered();
  const config = join(other, 'environments/production/config.ts');
  const declared = readFileSync(config, 'utf8');
  writeFileSync(
    config,
    declared
      .replace("readBy: ['dr']", "readBy: ['dr', 'ghost']")
      .replace('waivers: []', `waivers: [${JSON.stringify({ ...late, ...lasting })}]`),
  );
  expect(resilience(other, ['render', '--env', 'production']).status).toBe(0);
  const { status, stdout } = resilience(other, ['check', '--env', 'production']);
  expect(status).toBe(0);
  const readers = declared.split('\n').findIndex((line) => line.includes("readBy: ['dr']")) + 1;
  const waivers = declared.split('\n').findIndex((line) => line.includes('waivers: []')) + 1;
  expect(stdout).toMatch(
    new RegExp(
      `^warning declaration/reader-of-nothing: storage.replication.readBy\\[1\\] mounts no replica of this environment\n +at +environments/production/config.ts:${readers}:\\d+\n`,
      'm',
    ),
  );
  expect(stdout).toMatch(
    new RegExp(
      `^warning waivers/excuse-something: recovery/rpo for orders/region-failure excuses nothing\n +at +environments/production/config.ts:${waivers}:\\d+\n`,
      'm',
    ),
  );
  rmSync(other, { recursive: true });
});

test('an environment that is not there is a usage error', () => {
  expect(resilience(root, ['check', '--env', 'nowhere'])).toMatchObject({ status: 2, stdout: '' });
});

test('what is left of an environment without its declaration is found, by render as well', () => {
  const other = copyOfRendered();
  rmSync(join(other, 'environments/dr/config.ts'));
  const { status, stdout } = resilience(other, ['check']);
  expect(status).toBe(1);
  expect(stdout).toContain(
    'error environments/are-declared: environments/dr/config.ts is not there, and environments/dr/rendered is',
  );
  const rendered = resilience(other, ['render', '--check']);
  expect([rendered.status, rendered.stderr]).toEqual([
    2,
    expect.stringContaining('[environments/dr/config.ts] is not there'),
  ]);
  expect(resilience(other, ['render', '--check', '--env', 'staging']).status).toBe(0);
  rmSync(other, { recursive: true });
});

test.each([
  [
    'a file that is no YAML',
    (folder: string) => writeFileSync(join(folder, broken), notYaml),
    broken,
  ],
  ['nothing', (folder: string) => rmSync(folder, { recursive: true }), 'run "npm run render"'],
])('where %s is rendered, check says so in one line', (_, change, message) => {
  const copy = copyOfRendered();
  change(join(copy, 'environments/dr/rendered'));
  const { status, stdout, stderr } = resilience(copy, ['check', '--env', 'dr']);
  rmSync(copy, { recursive: true });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^resilience: [^\n]+/);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
});
