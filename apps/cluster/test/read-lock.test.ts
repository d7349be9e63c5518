import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { primaryEnvironment } from '@resilience/config/fixtures';
import { minutes } from '@resilience/config/duration';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { synthesised } from './synthesised.ts';

let folder = '';
/** Where the scripts keep what they know of the lock. */
const holder = (): string => join(folder, 'velero-read-lock');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resilience-read-lock-'));
});

afterEach(() => {
  // A session may still be ending there.
  rmSync(folder, { recursive: true, maxRetries: 20 });
});

const script = (name: string): string => join(import.meta.dirname, '../scripts', `${name}.sh`);
const run = (name: string, ...words: string[]) =>
  spawnSync('/bin/sh', [script(name), ...words], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, TMPDIR: folder },
  });

/** A client that says what it is asked, and writes down when its session ends. */
function client(answer: string): string[] {
  const path = join(folder, 'client.sh');
  writeFileSync(path, `read -r sql\n${answer}\ncat >/dev/null\necho ended >"${folder}/ended"\n`);
  return ['/bin/sh', path];
}

const ended = (): boolean => existsSync(join(folder, 'ended'));
const hasEnded = (): Promise<void> => expect.poll(ended, { timeout: 10_000 }).toBe(true);

test('the lock is held after the hook has returned, until it is released', async () => {
  const held = run('hold-read-lock', '60', ...client(`echo "$sql" >"${folder}/sql"; echo locked`));
  expect(held).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(folder, 'sql'), 'utf8')).toContain('FLUSH TABLES WITH READ LOCK;');
  expect(ended()).toBe(false);
  expect(run('release-read-lock')).toMatchObject({ status: 0, stderr: '' });
  await hasEnded();
  expect(existsSync(holder())).toBe(false);
});

test('a client that cannot lock is a failure, told in its own words', () => {
  const { status, stderr } = run('hold-read-lock', '60', ...client('echo "ERROR 1045"; exit 1'));
  expect([status, stderr]).toEqual([1, 'ERROR 1045\n']);
  expect(existsSync(holder())).toBe(false);
});

test('a lock that ended by itself before the release is a failure', async () => {
  expect(run('hold-read-lock', '1', ...client('echo locked'))).toMatchObject({ status: 0 });
  await expect.poll(() => existsSync(join(holder(), 'ended')), { timeout: 10_000 }).toBe(true);
  expect(run('release-read-lock')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('let it be held for longer'),
  });
});

test('a second backup does not take over a lock that is held', () => {
  run('hold-read-lock', '60', ...client('echo locked'));
  expect(run('hold-read-lock', '60', ...client('echo locked'))).toMatchObject({
    status: 1,
    stderr: 'another backup holds the read lock\n',
  });
  run('release-read-lock');
});

const commands = (when: string) => [
  expect.objectContaining({
    exec: {
      container: 'mysql',
      onError: 'Fail',
      timeout: '1m0s',
      command:
        when === 'pre'
          ? [
              '/bin/sh',
              '-c',
              readFileSync(script('hold-read-lock'), 'utf8'),
              'hold-read-lock',
              '600',
              'mysql',
              '--user=root',
            ]
          : [
              '/bin/sh',
              '-c',
              readFileSync(script('release-read-lock'), 'utf8'),
              'release-read-lock',
            ],
    },
  }),
];
test('the schedule holds the lock before the copy, and releases it after', () => {
  const objects = synthesised(
    primaryEnvironment(({ services }) => {
      services['shop']?.hooks.push({
        kind: 'mysql-read-lock',
        name: 'read-lock',
        workload: 'shop-db',
        container: 'mysql',
        client: ['mysql', '--user=root'],
        holdAtMost: minutes(10),
        timeout: minutes(1),
        onError: 'fail',
      });
    }),
  );
  expect(objects['Schedule/hourly']?.spec).toMatchObject({
    template: {
      hooks: {
        resources: expect.arrayContaining([
          expect.objectContaining({
            name: 'shop-read-lock',
            pre: commands('pre'),
            post: commands('post'),
          }),
        ]),
      },
    },
  });
});
