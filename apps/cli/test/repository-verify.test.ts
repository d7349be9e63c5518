import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { expect, onTestFinished, test, vi } from 'vitest';

import type { Run } from './resilience.ts';
import { type KopiaRepository, kopiaRepositories, kopiaRepository } from './kopia-repositories.ts';
import { resultOf } from './result-of.ts';

/** kopia makes it dear to try a password. */
vi.setConfig({ testTimeout: 60_000 });

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-repositories-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A copy of a bucket, with a repository for each namespace. */
function bucketOf(
  repositories: Readonly<Record<string, KopiaRepository>>,
  others: Readonly<Record<string, string>> = {},
): string {
  const folder = scratch();
  const files: Record<string, string | Buffer> = { 'backups/daily/velero-backup.json': '{}' };
  for (const [namespace, name] of Object.entries(repositories)) {
    files[`kopia/${namespace}/kopia.repository`] = kopiaRepository(name);
    files[`kopia/${namespace}/p0123`] = 'a pack';
  }
  for (const [path, content] of Object.entries({ ...files, ...others })) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

interface Setting {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

function verify(words: readonly string[], { input, env }: Setting = {}): Run {
  const main = join(programRoot, 'apps/cli/bin/resilience.js');
  const all = [main, 'repository', 'verify', '--env', 'production', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    env: { ...process.env, FORCE_COLOR: '0', ...env },
    encoding: 'utf8',
    input: input ?? '',
  });
  return { status, stdout, stderr };
}

const codesOf = ({ stdout }: Run): string[] =>
  resultOf(stdout).problems.map(({ code }: { code: string }) => code);

const right = kopiaRepositories['scrypt-v2'];

test('where the password opens every repository, nothing is found', () => {
  const from = bucketOf({ orders: 'scrypt-v2', media: 'scrypt-v2' });
  const words = ['--from', from, '--password-file', '-'];
  const { status, stdout, stderr } = verify(words, { input: right });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toBe(
    `2 of 2 repositories in ${from} open with the password of the standard input\n`,
  );
});

test('a file may end its line', () => {
  const from = bucketOf({ orders: 'scrypt-v2' });
  expect(verify(['--from', from, '--password-file', '-'], { input: `${right}\n` }).status).toBe(0);
});

test('each repository that another password has made is named, with what to do', () => {
  const from = bucketOf({ orders: 'scrypt-v2', media: 'pbkdf2-v3', catalog: 'scrypt-v3' });
  const words = ['--from', from, '--password-file', '-'];
  const { status, stdout } = verify(words, { input: right });
  expect(status).toBe(1);
  expect(stdout).toContain('1 of 3 repositories');
  expect(stdout).toContain(`[${from}/kopia/media/kopia.repository] is not opened by this password`);
  expect(stdout).toContain('holds in the cluster that copied media');
  expect(stdout).toContain("put static-passw0rd there, Velero's default, which opens it");
  expect(stdout).toContain('Velero has one password for all its repositories');
  expect(stdout).not.toContain('kopia/orders');
});

test('for a machine it says which open', () => {
  const from = bucketOf({ orders: 'scrypt-v2', media: 'chacha' });
  const run = verify(['--from', from, '--password-file', '-', '--json'], { input: right });
  expect(run.status).toBe(1);
  expect(resultOf(run.stdout)).toMatchObject({
    place: from,
    password: { source: 'the standard input', isPublic: false },
    repositories: [
      { namespace: 'media', opens: false },
      { namespace: 'orders', opens: true },
    ],
  });
  expect(codesOf(run)).toEqual(['repository/password']);
});

test("Velero's default is said to be known to everybody, though it opens all", () => {
  const from = bucketOf({ orders: 'scrypt-v3' });
  const words = ['--from', from, '--password-file', '-'];
  const { status, stdout } = verify(words, { input: 'static-passw0rd' });
  expect([status, stdout]).toEqual([0, expect.stringContaining("is Velero's default")]);
});

test('what Velero cannot read, or refuses, is never passed over', () => {
  const from = bucketOf(
    { orders: 'scrypt-v2' },
    {
      'restic/media/config': 'restic',
      'restic/web/config': 'restic',
      'old-cluster/backups/daily/velero-backup.json': '{}',
      'kopia/half/p0123': 'a pack without its format',
      'kopia/other/kopia.repository': 'something else',
    },
  );
  const run = verify(['--from', from, '--password-file', '-', '--json'], { input: right });
  expect(run.status).toBe(1);
  expect(codesOf(run)).toEqual([
    'repository/incomplete',
    'repository/unknown-format',
    'repository/foreign-folder',
    'repository/restic',
    'repository/restic',
  ]);
});

test('a bucket without repositories takes any password', () => {
  const from = bucketOf({});
  const words = ['--from', from, '--password-file', '-'];
  expect(verify(words, { input: right })).toMatchObject({
    status: 0,
    stdout: `there is no repository of kopia in ${from}\n`,
  });
});

/** A stand-in for `aws` that answers from a copy of the bucket, and notes what it was asked. */
function awsStandIn(bucket: string, secret: string): NodeJS.ProcessEnv {
  const folder = scratch();
  const answer = JSON.stringify({ SecretString: secret });
  writeFileSync(join(folder, 'secret.json'), answer);
  const script = `#!/bin/sh
echo "$*" >>'${folder}/calls'
case "$1 $2" in
  's3api list-objects-v2')
    prefix=$8
    cd '${bucket}'/"$prefix" 2>/dev/null || exit 0
    ls -d */ 2>/dev/null | sed "s|.*|{\\"Prefix\\": \\"$prefix&\\"}|" | paste -sd, | sed 's|.*|{"CommonPrefixes": [&]}|' ;;
  's3 cp')
    path='${bucket}'/"\${3#s3://*/}"
    [ -f "$path" ] || { echo 'fatal error: An error occurred (404) when calling the HeadObject operation: Key does not exist' >&2; exit 1; }
    cat "$path" ;;
  'secretsmanager get-secret-value') cat '${folder}/secret.json' ;;
esac
`;
  writeFileSync(join(folder, 'aws'), script);
  chmodSync(join(folder, 'aws'), 0o755);
  return { PATH: `${folder}:${process.env['PATH'] ?? ''}`, CALLS: join(folder, 'calls') };
}

test('without a folder the declared bucket and the secret are read by the aws program', () => {
  const bucket = bucketOf({ orders: 'scrypt-v2' }, { 'kopia/half/p0123': 'a pack' });
  const run = verify(['--json'], { env: awsStandIn(bucket, right) });
  expect(run.status).toBe(1);
  expect(codesOf(run)).toEqual(['repository/incomplete']);
  expect(resultOf(run.stdout)).toMatchObject({
    place: 's3://harbour-production-backups-us-east-1',
    password: { source: 'the secret harbour-production-velero-repository' },
    repositories: [{ namespace: 'half' }, { namespace: 'orders', opens: true }],
  });
});

test('white space around the secret is found: Velero drops it, the pre-flight does not', () => {
  const bucket = bucketOf({ orders: 'scrypt-v2' });
  const run = verify(['--json'], { env: awsStandIn(bucket, `${right}\n`) });
  expect(codesOf(run)).toEqual(['repository/password-white-space']);
  expect(resultOf(run.stdout).repositories).toMatchObject([{ opens: true }]);
});

test('the password is never printed, nor given to a program', () => {
  const env = awsStandIn(bucketOf({ media: 'chacha' }), `${right} `);
  const { status, stdout, stderr } = verify([], { env });
  expect(status).toBe(1);
  const calls = readFileSync(env['CALLS'] ?? '', 'utf8');
  expect(calls).toContain('get-secret-value');
  expect(`${stdout}${stderr}${calls}`).not.toContain(right);
});

test.each([
  [['--from', '/nowhere', '--password-file', '-'], 'there is no folder /nowhere'],
  [['--from', tmpdir(), '--password-file', '/nowhere'], '/nowhere cannot be read'],
  [['--from', tmpdir(), '--password-file', '-'], 'the standard input holds no password'],
])('%j is refused', (words, message) => {
  const { status, stderr } = verify(words, { input: ' \n' });
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});
