import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { gib } from '@resilience/config/bytes';
import { minutes } from '@resilience/config/duration';
import { percent } from '@resilience/config/percent';
import { postgresql } from '@resilience/config/presets/postgresql';

import { debianPackages } from '../debian-packages.ts';
import { type Engine, rows, secret, type Server } from './engine.ts';
import { postgresCases } from './postgres-cases.ts';
import { answering, ended, startServer } from './server-process.ts';
import { enterContainer, execute, giveAway, identity, reachable } from './unprivileged.ts';

const database = 'Shop';

/** @param folder where programs are copied to, if they cannot be reached where they are */
export function postgres(folder: string): Engine | { readonly missing: string } {
  const found = installed('/usr/lib/postgresql') ?? unpacked(folder);
  if ('missing' in found) return found;
  const bin = found.programs;
  const run = (program: string, words: readonly string[], input?: string): string =>
    execute(join(bin, program), words, { ...identity, env: variables('/'), input });
  return {
    name: 'postgres',
    version: run('postgres', ['--version']).trim(),
    preset,
    initialise: (data) => initialise(data, run),
    start: (data) => start(data, bin),
    fill,
    dump: (data) =>
      run('pg_dump', ['--host', socketOf(data), '--create', '--username=postgres', database]),
    load: (data, dump) => {
      run(
        'psql',
        ['--host', socketOf(data), '--username=postgres', '--quiet', '--set=ON_ERROR_STOP=1'],
        dump,
      );
    },
    cases: postgresCases,
    container: (data) =>
      enterContainer({ ...variables(socketOf(data)), PATH: `${bin}:/usr/bin:/bin` }),
  };
}

const preset = postgresql({
  packaging: 'plain',
  name: 'db',
  labels: { app: 'db' },
  container: 'main',
  size: gib(1),
  used: percent(1),
  dailyChange: percent(1),
  database,
  pageChecksums: 'on',
  indexes: 'amcheck',
  tables: [
    { table: 'Orders', atLeast: rows, newest: { column: 'Placed_At', within: minutes(15) } },
  ],
});

const socketOf = (data: string): string => dirname(data);

const variables = (socket: string) => ({
  PGHOST: socket,
  PGPASSWORD: secret,
  HOME: '/nonexistent',
  LANG: 'C.UTF-8',
});

function initialise(
  data: string,
  run: (program: string, words: readonly string[]) => string,
): void {
  mkdirSync(data, { recursive: true });
  const password = join(dirname(data), 'password');
  writeFileSync(password, secret);
  giveAway(dirname(data));
  run('initdb', [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--data-checksums',
    '--no-sync',
    '--encoding=UTF8',
  ]);
}

async function start(data: string, bin: string): Promise<Server> {
  const child = startServer({
    program: join(bin, 'postgres'),
    words: [
      '-D',
      data,
      '-k',
      socketOf(data),
      '-c',
      'listen_addresses=',
      '-c',
      'fsync=off',
      '-c',
      'autovacuum=off',
    ],
    variables: variables(socketOf(data)),
    log: join(dirname(data), 'log'),
  });
  const words = ['--username=postgres', '--no-psqlrc', '-Atq', '--set=ON_ERROR_STOP=1'];
  const psql = (statements: string, of: string) =>
    spawnSync(join(bin, 'psql'), [...words, `--dbname=${of}`], {
      env: variables(socketOf(data)),
      input: statements,
      encoding: 'utf8',
    });
  await answering(child, 60_000, () => psql('SELECT 1', 'postgres').status === 0);
  return {
    sql: (statements, of = database) => {
      const { status, stdout, stderr } = psql(statements, of);
      if (status !== 0) throw new Error(stderr);
      return stdout.trim();
    },
    stop: () => ended(child, 'SIGINT'),
    crash: () => ended(child, 'SIGQUIT'),
  };
}

/** A row of every fiftieth order is so long that it is kept outside of its table. */
function fill(server: Server): void {
  server.sql(`CREATE DATABASE "${database}"`, 'postgres');
  server.sql(`
    CREATE TABLE "Orders" (id bigint PRIMARY KEY, customer text NOT NULL, "Placed_At" timestamptz NOT NULL, note text);
    ALTER TABLE "Orders" ALTER COLUMN note SET STORAGE EXTERNAL;
    INSERT INTO "Orders" SELECT i, md5(i::text), now() - (${rows} - i) * interval '1 minute',
      CASE WHEN i % 50 = 0 THEN repeat(md5(i::text), 300) END FROM generate_series(1, ${rows}) AS i;
    CREATE INDEX "Orders_by_customer" ON "Orders" (customer);
    CREATE SCHEMA audit;
    CREATE TABLE audit."Entries of ""it""" AS SELECT 1 AS one;
    CREATE MATERIALIZED VIEW audit.later AS SELECT 1 WITH NO DATA;
    CHECKPOINT`);
}

/** The newest version below a folder of versions. */
function installed(folder: string): { readonly programs: string } | undefined {
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder)
    .filter((version) => existsSync(join(folder, version, 'bin/postgres')))
    .toSorted((a, b) => Number(a) - Number(b));
  const newest = versions.at(-1);
  return newest === undefined ? undefined : { programs: join(folder, newest, 'bin') };
}

function unpacked(folder: string): { readonly programs: string } | { readonly missing: string } {
  const found = debianPackages('postgresql');
  if ('missing' in found) return found;
  const root = reachable(found.folder, join(folder, 'postgresql'));
  return installed(join(root, 'usr/lib/postgresql')) ?? { missing: 'the package has no postgres' };
}
