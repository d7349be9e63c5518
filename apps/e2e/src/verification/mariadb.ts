import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { gib } from '@resilience/config/bytes';
import { minutes } from '@resilience/config/duration';
import { percent } from '@resilience/config/percent';
import { mysql } from '@resilience/config/presets/mysql';

import { debianPackages } from '../debian-packages.ts';
import { type Engine, rows, secret, type Server } from './engine.ts';
import { mariadbCases } from './mariadb-cases.ts';
import { answering, ended, startServer } from './server-process.ts';
import { enterContainer, execute, giveAway, identity, reachable } from './unprivileged.ts';

const database = 'Shop';

/** @param folder where programs are copied to, if they cannot be reached where they are */
export function mariadb(folder: string): Engine | { readonly missing: string } {
  const found = debianPackages('mariadb-server-core', 'mariadb-client');
  if ('missing' in found) return found;
  const root = reachable(found.folder, join(folder, 'mariadb'));
  const run = (program: string, words: readonly string[], input?: string): string =>
    execute(join(root, 'usr', program), words, { ...identity, env: variables(root, '/'), input });
  // Where the images of MySQL have bash for a shell, others have dash or busybox.
  const shell = join(folder, 'bash-as-sh');
  mkdirSync(shell, { recursive: true });
  symlinkSync('/bin/bash', join(shell, 'sh'));
  return {
    name: 'mysql',
    version: run('sbin/mariadbd', ['--no-defaults', '--version'])
      .replace(/^\S+/, 'mariadbd')
      .trim(),
    preset,
    initialise: (data) => initialise(data, root, run),
    start: (data) => start(data, root),
    fill,
    dump: (data) =>
      run('bin/mariadb-dump', [
        '--no-defaults',
        `--socket=${socketOf(data)}`,
        '--user=root',
        '--databases',
        database,
      ]),
    load: (data, dump) => {
      run('bin/mariadb', ['--no-defaults', `--socket=${socketOf(data)}`, '--user=root'], dump);
    },
    cases: () => mariadbCases,
    container: (data) =>
      enterContainer({
        ...variables(root, socketOf(data)),
        MARIADB_ROOT_PASSWORD: secret,
        MYSQL_PWD: '',
        PATH: `${shell}:${root}/usr/bin:/usr/bin:/bin`,
      }),
  };
}

const preset = mysql({
  flavour: 'mariadb',
  name: 'db',
  labels: { app: 'db' },
  container: 'main',
  size: gib(1),
  used: percent(1),
  dailyChange: percent(1),
  database,
  tables: [
    { table: 'Orders', atLeast: rows, newest: { column: 'Placed_At', within: minutes(15) } },
  ],
});

const socketOf = (data: string): string => join(dirname(data), 'socket');

const variables = (root: string, socket: string) => ({
  LD_LIBRARY_PATH: `${root}/usr/lib/${execute('uname', ['-m']).trim()}-linux-gnu`,
  MYSQL_UNIX_PORT: socket,
  MYSQL_PWD: secret,
  HOME: '/nonexistent',
  PATH: '/usr/bin:/bin',
});

type Run = (program: string, words: readonly string[]) => string;

function initialise(data: string, root: string, run: Run): void {
  mkdirSync(data, { recursive: true });
  giveAway(dirname(data));
  run('bin/mariadb-install-db', [
    '--no-defaults',
    `--basedir=${root}/usr`,
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    '--innodb-log-file-size=4M',
  ]);
}

async function start(data: string, root: string): Promise<Server> {
  const child = startServer({
    program: join(root, 'usr/sbin/mariadbd'),
    words: [
      '--no-defaults',
      `--basedir=${root}/usr`,
      `--datadir=${data}`,
      `--socket=${socketOf(data)}`,
      `--pid-file=${dirname(data)}/pid`,
      '--skip-networking',
      '--innodb-log-file-size=4M',
      '--innodb-buffer-pool-size=16M',
      '--innodb-flush-log-at-trx-commit=0',
      // Pages come from the files, and not from what was in memory before.
      '--innodb-buffer-pool-load-at-startup=OFF',
    ],
    variables: variables(root, socketOf(data)),
    log: join(dirname(data), 'log'),
  });
  const client = (statements: string, password: string, words: readonly string[]) =>
    spawnSync(
      join(root, 'usr/bin/mariadb'),
      ['--no-defaults', '--user=root', '--batch', '--skip-column-names', ...words],
      {
        env: { ...variables(root, socketOf(data)), MYSQL_PWD: password },
        input: statements,
        encoding: 'utf8',
      },
    );
  // A new server has no password yet.
  const setPassword = `ALTER USER root@localhost IDENTIFIED BY '${secret}'`;
  await answering(
    child,
    60_000,
    () => client('SELECT 1', secret, []).status === 0 || client(setPassword, '', []).status === 0,
  );
  return {
    sql: (statements, of = database) => {
      const { status, stdout, stderr } = client(statements, secret, [`--database=${of}`]);
      if (status !== 0) throw new Error(stderr);
      return stdout.trim();
    },
    stop: () => ended(child, 'SIGTERM'),
    crash: () => ended(child, 'SIGKILL'),
  };
}

/** A note of every fiftieth order is so long that it is kept outside of its row. */
function fill(server: Server): void {
  server.sql(`CREATE DATABASE \`${database}\``, 'mysql');
  server.sql(`
    CREATE TABLE Orders (id BIGINT PRIMARY KEY, customer CHAR(32) NOT NULL, Placed_At TIMESTAMP NOT NULL,
      note LONGTEXT, KEY by_customer (customer)) ENGINE=InnoDB;
    INSERT INTO Orders SELECT seq, MD5(seq), NOW() - INTERVAL (${rows} - seq) MINUTE,
      IF(seq % 50 = 0, REPEAT(MD5(seq), 1000), NULL) FROM seq_1_to_${rows};
    CREATE TABLE \`Entries of \`\`it\`\`\` AS SELECT 1 AS one;
    CREATE VIEW newest AS SELECT MAX(Placed_At) FROM Orders`);
}
