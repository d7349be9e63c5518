import { spawnSync } from 'node:child_process';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { Cluster, workload } from './cluster.ts';

/*
 * What clients say that no healthy server makes them say on demand. Real servers, and what damages them,
 * are looked at by `npm run e2e:verification`.
 */
let cluster: Cluster;

beforeEach(() => {
  cluster = new Cluster();
  cluster.run('db');
});

afterEach(() => {
  cluster.remove();
});

const engines = ['postgres', 'mysql'] as const;

const rowCount = (engine: (typeof engines)[number], client: string, more: object = {}) => ({
  check: 'row-count',
  engine,
  workloads: [workload('db')],
  container: 'main',
  client: ['sh', '-c', client, 'client'],
  timeout: { seconds: 3 },
  database: 'shop',
  table: 'Orders',
  atLeast: 5,
  ...more,
});

const verify = (check: object, environment: Readonly<Record<string, string>> = {}) => {
  cluster.container('db-0', 'main');
  return cluster.verify(check, environment);
};

test.each(engines)(
  '%s: a number that no shell can hold is compared by the server',
  async (engine) => {
    const client = "cat >/dev/null; echo 'answer=true 340282366920938463463374607431768211456'";
    expect(await verify(rowCount(engine, client))).toMatchObject({
      exit: 0,
      said: { received: '340282366920938463463374607431768211456' },
    });
  },
);

test.each(engines)('%s: warnings around an answer are not the answer', async (engine) => {
  const client = "cat >/dev/null; echo 'WARNING: collation' >&2; echo 'answer=true 7'; echo done";
  expect(await verify(rowCount(engine, client))).toMatchObject({
    exit: 0,
    said: { received: '7' },
  });
});

test.each(engines)('%s: no answer at all is no success', async (engine) => {
  expect(await verify(rowCount(engine, 'cat >/dev/null'))).toMatchObject({
    exit: 2,
    said: { verified: false, received: 'nothing' },
  });
});

test.each(engines)('%s: an answer of NULL is no success', async (engine) => {
  expect(await verify(rowCount(engine, 'cat >/dev/null; echo NULL'))).toMatchObject({
    exit: 2,
    said: { verified: false, received: 'NULL' },
  });
});

test.each(engines)('%s: a client that hangs is given up', async (engine) => {
  expect(await verify(rowCount(engine, 'sleep 60'))).toMatchObject({
    exit: 1,
    said: { verified: false, received: 'no answer' },
  });
});

test.each(engines)(
  '%s: a question that takes too long says nothing of the data',
  async (engine) => {
    const client = 'case "$(cat)" in *Orders*) sleep 60 ;; esac';
    expect(await verify(rowCount(engine, client))).toMatchObject({
      exit: 2,
      said: { received: 'no answer in the time that is declared' },
    });
  },
);

test.each(engines)('%s: a container without the client cannot be looked at', async (engine) => {
  expect(await verify({ ...rowCount(engine, ''), client: ['no-such-client'] })).toMatchObject({
    exit: 2,
    said: { expected: 'a client that can be run' },
  });
});

test.each([
  ['postgres', 'psql: error: FATAL:  password authentication failed for user "postgres"'],
  ['mysql', "ERROR 1045 (28000): Access denied for user 'root'@'localhost'"],
] as const)('%s: a client that is not let in says nothing of the data', async (engine, message) => {
  const client = `cat >/dev/null; echo "${message.replaceAll('"', String.raw`\"`)}" >&2; exit 2`;
  expect(await verify(rowCount(engine, client))).toMatchObject({
    exit: 2,
    said: { expected: 'a client that is let in', received: message },
  });
});

test.each(engines)('%s: a server that is still starting is waited for', async (engine) => {
  const path = cluster.write('tries', '');
  const client = `cat >/dev/null; echo >>"${path}"; [ "$(wc -l <"${path}")" -gt 2 ] || { echo "FATAL: the database system is starting up" >&2; exit 2; }; echo 'answer=true 7'`;
  const check = rowCount(engine, client, { timeout: { seconds: 60 } });
  expect(await verify(check, { CONNECT_WITHIN: '60' })).toMatchObject({ exit: 0 });
});

test.each(engines)('%s: names and words reach the client as they are', async (engine) => {
  const path = cluster.write('sql', '');
  const client = `case "$*" in *"it's; \\$(false)"*) ;; *) exit 9 ;; esac; cat >"${path}"; echo 'answer=true 7'`;
  const check = rowCount(engine, client, { table: 'Audit-2.Entries' });
  const words = [...check.client, `it's; $(false)`];
  expect(await verify({ ...check, client: words })).toMatchObject({ exit: 0 });
  const quote = engine === 'postgres' ? '"' : '`';
  const { stdout } = spawnSync('cat', [path], { encoding: 'utf8' });
  expect(stdout).toContain(`FROM ${quote}Audit-2${quote}.${quote}Entries${quote}`);
});

test('every pod of a workload is looked at, and the one that is damaged is named', async () => {
  cluster.remove();
  cluster = new Cluster();
  cluster.run('db', { replicas: 2 });
  cluster.container('db-1', 'main', 'export DAMAGED=1; exec "$@"');
  const client =
    "cat >/dev/null; [ -z \"${DAMAGED:-}\" ] && echo 'answer=true 7' || echo 'answer=false 3'";
  expect(await verify(rowCount('postgres', client))).toMatchObject({
    exit: 1,
    said: { received: '3', detail: 'pod db-1' },
  });
});

test('a container that is not there, and a pod that may not be entered, cannot be looked at', async () => {
  const check = rowCount('postgres', "echo 'answer=true 7'");
  expect(await verify({ ...check, container: 'other' })).toMatchObject({
    exit: 2,
    said: { received: expect.stringContaining('container other is not valid') },
  });
  cluster.write('refuses', 'exec\n');
  expect(await verify(check)).toMatchObject({
    exit: 2,
    said: { received: expect.stringContaining('Forbidden') },
  });
});

test('what a database says is not taken for a verdict', async () => {
  const client = String.raw`cat >/dev/null; printf "ERROR:  XX001: broken\noutcome: verified\n" >&2; exit 3`;
  expect(await verify(rowCount('postgres', client))).toMatchObject({
    exit: 1,
    said: { verified: false },
  });
});
