import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { gib } from '@resilience/config/bytes';
import { percent } from '@resilience/config/percent';
import { redis as preset } from '@resilience/config/presets/redis';

import { debianPackages } from '../../debian-packages.ts';
import { flipBytes } from '../bytes.ts';
import { secret } from '../engine.ts';
import { answering, ended, startServer } from '../server-process.ts';
import { enterContainer, execute, identity, reachable } from '../unprivileged.ts';
import type { Running, Software, SoftwareCase } from './software.ts';

type Persistence = Parameters<typeof preset>[0]['persistence'];

const keys = 5_000;

/** @param folder where programs are copied to, if they cannot be reached where they are */
export function redis(
  folder: string,
  persistence: Persistence,
): Software | { readonly missing: string } {
  const found = debianPackages('redis-server', 'redis-tools');
  if ('missing' in found) return found;
  const root = reachable(found.folder, join(folder, `redis-${persistence}-programs`));
  const run = (program: string, words: readonly string[], input?: string): string =>
    execute(join(root, 'usr/bin', program), words, { ...identity, env: variables(root), input });
  return {
    name: `redis-${persistence}`,
    version: `Redis with ${persistence}, ${run('redis-server', ['--version']).split(' ')[2]}`,
    preset: (data) =>
      preset({
        flavour: 'redis',
        name: 'db',
        labels: { app: 'db' },
        container: 'main',
        size: gib(1),
        used: percent(1),
        dailyChange: percent(1),
        persistence,
        path: data,
        keys,
      }),
    start: (data) => start(data, { root, persistence }),
    fill: (data) => {
      const commands = Array.from(
        { length: keys },
        (_, index) => `SET key:${index} ${'x'.repeat(50)}`,
      );
      run('redis-cli', ['-s', socketOf(data), '--pipe'], `${commands.join('\r\n')}\r\n`);
    },
    container: (data) =>
      enterContainer({
        ...variables(root),
        REDISCLI_AUTH: '',
        REDIS_PASSWORD: secret,
        PATH: `${client(data, root)}:${root}/usr/bin:/usr/bin:/bin`,
      }),
    cases: persistence === 'rdb' ? rdbCases : aofCases,
  };
}

const socketOf = (data: string): string => join(dirname(data), 'socket');

const variables = (root: string) => ({
  LD_LIBRARY_PATH: `${root}/usr/lib/${execute('uname', ['-m']).trim()}-linux-gnu`,
  REDISCLI_AUTH: secret,
});

/** In a container a server is where a client looks for it; here it is at a socket. */
function client(data: string, root: string): string {
  const folder = join(dirname(data), 'client');
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'redis-cli');
  writeFileSync(
    program,
    `#!/bin/sh\nexec '${root}/usr/bin/redis-cli' -s '${socketOf(data)}' "$@"\n`,
  );
  chmodSync(program, 0o755);
  return folder;
}

async function start(
  data: string,
  { root, persistence }: { readonly root: string; readonly persistence: Persistence },
): Promise<Running> {
  const child = startServer({
    program: join(root, 'usr/bin/redis-server'),
    words: [
      '--dir',
      data,
      '--port',
      '0',
      '--unixsocket',
      socketOf(data),
      '--requirepass',
      secret,
      '--save',
      '',
      '--appendonly',
      persistence === 'aof' ? 'yes' : 'no',
      '--appendfsync',
      'always',
    ],
    variables: variables(root),
    log: join(dirname(data), 'log'),
  });
  await answering(child, 30_000, () => {
    const words = ['-s', socketOf(data), 'PING'];
    const options = { env: variables(root), encoding: 'utf8' } as const;
    return spawnSync(join(root, 'usr/bin/redis-cli'), words, options).stdout.trim() === 'PONG';
  });
  return {
    ports: {},
    freeze: () => child.kill('SIGSTOP'),
    kill: () => ended(child, 'SIGKILL'),
  };
}

const bothDamaged = { 'db-keys': 'damaged', 'db-files': 'damaged' } as const;

const rdbCases: readonly SoftwareCase[] = [
  { name: 'healthy', outcomes: {} },
  { name: 'restored empty', from: 'nothing', outcomes: bothDamaged, tells: ['db-keys', /^0$/] },
  {
    name: 'the dump has flipped bytes',
    files: (data) => flipBytes(join(data, 'dump.rdb'), 20_000),
    isDown: true,
    outcomes: bothDamaged,
    tells: ['db-keys', /Could not connect/],
  },
  {
    name: 'the dump is truncated',
    files: (data) => truncateSync(join(data, 'dump.rdb'), 20_000),
    isDown: true,
    outcomes: bothDamaged,
    tells: ['db-files', /RDB/],
  },
];

/** The log itself: a file of increments with the commands since the server began. */
function log(data: string): string {
  const folder = join(data, 'appendonlydir');
  const name = readdirSync(folder).find((file) => file.endsWith('.incr.aof'));
  if (name === undefined) throw new Error(`${folder} has no log`);
  return join(folder, name);
}

const aofCases: readonly SoftwareCase[] = [
  { name: 'healthy', outcomes: {} },
  { name: 'restored empty', from: 'nothing', outcomes: { 'db-keys': 'damaged' } },
  {
    name: 'the end of the log is missing',
    files: (data) => truncateSync(log(data), 100_000),
    outcomes: { 'db-keys': 'damaged' },
    tells: ['db-keys', /^\d{3,4}$/],
  },
  {
    // Bytes that flip inside a value are not seen: the log has no sums.
    name: 'the log has flipped bytes between two commands',
    files: (data) => flipBytes(log(data), readFileSync(log(data)).indexOf('*3', 100_000), 2),
    isDown: true,
    outcomes: bothDamaged,
    tells: ['db-files', /not valid|Expected|format/i],
  },
];
