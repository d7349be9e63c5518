import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { gib } from '@resilience/config/bytes';
import { percent } from '@resilience/config/percent';
import { minio as preset } from '@resilience/config/presets/minio';

import { freePort } from '../../free-port.ts';
import { secret } from '../engine.ts';
import { answering, ended, startServer } from '../server-process.ts';
import { enterContainer, execute } from '../unprivileged.ts';
import type { Running, Software, SoftwareCase } from './software.ts';

const bucket = 'invoices';
const objects = 20;
const user = 'administrator';

/** The program takes minutes to build, so that it has to be here already: MINIO_BIN names it. */
export async function minio(): Promise<Software | { readonly missing: string }> {
  const program = process.env['MINIO_BIN'];
  if (program === undefined || !existsSync(program))
    return { missing: 'MINIO_BIN names no program' };
  const port = await freePort();
  const consolePort = await freePort();
  return {
    name: 'minio',
    version: execute(program, ['--version']).split('\n')[0] ?? 'MinIO',
    preset: (data) =>
      preset({
        name: 'db',
        labels: { app: 'db' },
        container: 'main',
        size: gib(1),
        used: percent(1),
        dailyChange: percent(1),
        path: data,
        buckets: [{ bucket, atLeast: objects }],
      }),
    start: (data) => start(data, { program, port, consolePort }),
    fill: () => {
      put(port, bucket);
      for (let each = 0; each < objects; each += 1) put(port, `${bucket}/${each}`, `paid ${each}`);
    },
    container: () => enterContainer({ PATH: '/usr/bin:/bin' }),
    cases,
  };
}

function put(port: number, path: string, content = ''): void {
  const login = ['--aws-sigv4', 'aws:amz:us-east-1:s3', '--user', `${user}:${secret}`];
  const hash = createHash('sha256').update(content).digest('hex');
  const header = ['--header', `x-amz-content-sha256: ${hash}`];
  const words = ['--silent', '--fail-with-body', '--request', 'PUT', '--data-raw', content];
  execute('curl', [...words, ...header, ...login, `http://127.0.0.1:${port}/${path}`]);
}

interface Server {
  readonly program: string;
  readonly port: number;
  readonly consolePort: number;
}

async function start(data: string, { program, port, consolePort }: Server): Promise<Running> {
  const child = startServer({
    program,
    words: [
      'server',
      `--address=127.0.0.1:${port}`,
      `--console-address=127.0.0.1:${consolePort}`,
      `--certs-dir=${join(dirname(data), 'certificates')}`,
      data,
    ],
    variables: { MINIO_ROOT_USER: user, MINIO_ROOT_PASSWORD: secret, MINIO_CI_CD: '1' },
    log: join(dirname(data), 'log'),
  });
  const isReady = `http://127.0.0.1:${port}/minio/health/cluster`;
  await answering(
    child,
    60_000,
    () => spawnSync('curl', ['--silent', '--fail', '--max-time', '2', isReady]).status === 0,
  );
  return {
    ports: { 9000: port },
    freeze: () => child.kill('SIGSTOP'),
    kill: () => ended(child, 'SIGKILL'),
  };
}

const cases: readonly SoftwareCase[] = [
  { name: 'healthy', outcomes: {} },
  {
    name: 'restored empty',
    from: 'nothing',
    outcomes: { 'db-objects-0': 'damaged' },
    tells: ['db-objects-0', /No such file or directory/],
  },
  {
    name: 'objects are missing',
    files: (data) => {
      const folder = join(data, bucket);
      for (const name of readdirSync(folder).slice(1))
        rmSync(join(folder, name), { recursive: true });
    },
    outcomes: { 'db-objects-0': 'damaged' },
    tells: ['db-objects-0', /^1$/],
  },
  {
    name: 'the server does not start',
    isDown: true,
    outcomes: { http: 'damaged' },
  },
];
