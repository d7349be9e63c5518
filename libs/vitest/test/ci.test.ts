import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { repositoryRoot } from '../src/repository-root.ts';

const checks = join(repositoryRoot, '.ci/checks.sh');

/** Runs checks as .ci/run does. @returns how it ended, and the lines of its end */
function run(script: string, skips = '') {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-ci-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const list = join(folder, 'skips');
  writeFileSync(list, skips);
  const { status, stdout } = spawnSync('bash', ['-uc', `. '${checks}'\n${script}\nfinish`], {
    env: { PATH: process.env['PATH'], skips: list },
    encoding: 'utf8',
  });
  return { status, stdout, last: stdout.trimEnd().split('\n').at(-1) };
}

const skips = (name: string): string => `printf '%s\\n' 'skipped ${name}: it is not on the PATH'`;

test('what passes is counted', () => {
  const { status, last } = run("check 'one' true\ncheck 'two' echo skipped");
  expect([status, last]).toEqual([0, '2 passed, 0 failed, 0 skipped']);
});

test('what fails is counted, also at the begin of a pipe, and said again', () => {
  const { status, stdout, last } = run("check 'one' true\ncheck 'two' sh -c 'echo why; exit 3'");
  expect([status, last]).toEqual([1, '1 passed, 1 failed, 0 skipped']);
  expect(stdout).toContain('!!! failed: 1 two\nwhy\n');
});

test('the time of each check is said', () => {
  const { stdout } = run("check 'one' true\ncheck 'two' true", '');
  expect(stdout).toMatch(/\n\n\d+ s, .* {2}one\n\d+ s, .* {2}two\n\n2 passed/);
});

test('a skip that is allowed is counted, and named at the end', () => {
  const { status, stdout, last } = run(`check 'one' sh -c "${skips('jq')}"`, 'allowed jq\n');
  expect([status, last]).toEqual([0, '1 passed, 0 failed, 1 skipped']);
  expect(stdout).toMatch(/\n\nskipped jq: it is not on the PATH\n1 passed.*\n$/);
});

test.each([
  ['nothing', ''],
  ['another', 'allowed jq of somebody\n'],
  ['a part of it', 'allowed j\n'],
  ['a comment', '# allowed jq\n'],
])('a skip fails where %s is allowed', (_, list) => {
  const { status, stdout, last } = run(`check 'one' sh -c "${skips('jq')}"`, list);
  expect([status, last]).toEqual([1, '0 passed, 1 failed, 1 skipped']);
  expect(stdout).toContain('!!! one skipped what .ci/skips does not allow: jq\n');
});

test('what is left out by name is allowed', () => {
  const { status, last } = run(`check 'one' sh -c "${skips('s3-slow')}"`, 'left-out s3-slow\n');
  expect([status, last]).toEqual([0, '1 passed, 0 failed, 1 skipped']);
});

test('a suite that is skipped as a whole has not passed', () => {
  const { status, last } = run(
    `check 'one' sh -c "${skips('e2e:workflows')}"`,
    'allowed e2e:workflows\n',
  );
  expect([status, last]).toEqual([0, '0 passed, 0 failed, 1 skipped']);
});

test('a name may hold a colon, and a reason may, too', () => {
  const script = `check 'one' echo 'skipped production, Velero needs kms:Decrypt: moto: no keys'`;
  const { last } = run(script, 'allowed production, Velero needs kms:Decrypt\n');
  expect(last).toBe('1 passed, 0 failed, 1 skipped');
});

test.each([
  ['true', '2 passed, 0 failed, 0 skipped'],
  ['false', '1 passed, 1 failed, 0 skipped'],
])('what goes on beside others is counted when it has ended: %s', (program, expected) => {
  expect(run(`lane() { check 'one' ${program}; }\nbegin lane\ncheck 'two' true\nend`).last).toBe(
    expected,
  );
});

test('each of those beside is counted, in its order, with its output', () => {
  const { stdout, last } = run(
    `lane() { check 'one' echo 1; check 'two' sh -c 'echo 2; exit 3'; }\nbegin lane\nend`,
  );
  expect(last).toBe('1 passed, 1 failed, 0 skipped');
  expect(stdout).toMatch(
    /=== one, beside others\n1\n[^]*=== two, beside others\n2\n!!! two failed/,
  );
});

test('one beside that is killed has failed', () => {
  const { last } = run(
    `lane() { check 'one' sleep 5; }\nbegin lane\nsleep 0.3\nkill "$beside"\nend`,
  );
  expect(last).toBe('0 passed, 1 failed, 0 skipped');
});

test('a check that leaves no line at its end does not hide its skip', () => {
  const { last } = run(`check 'one' printf 'skipped jq: it is not there'`, 'allowed jq\n');
  expect(last).toBe('1 passed, 0 failed, 1 skipped');
});
