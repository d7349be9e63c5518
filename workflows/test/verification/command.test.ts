import { afterEach, beforeEach, expect, test } from 'vitest';

import { Cluster, workload } from './cluster.ts';

let cluster: Cluster;

beforeEach(() => {
  cluster = new Cluster();
  cluster.run('db');
  cluster.container('db-0', 'main');
});

afterEach(() => {
  cluster.remove();
});

const verify = (
  script: string,
  expected: object = { output: 'any' },
  environment: Readonly<Record<string, string>> = {},
) =>
  cluster.verify(
    {
      check: 'command',
      workloads: [workload('db')],
      container: 'main',
      timeout: { seconds: 30 },
      command: ['sh', '-c', script, 'sh', "it's; $(false)"],
      expect: expected,
    },
    environment,
  );

const atLeast = (least: number) => ({ output: 'number', atLeast: least });
const matches = (pattern: string) => ({ output: 'text', matches: pattern });

test.each([
  ['that ends with 0', 'exit 0', { output: 'any' }, 'no output'],
  ['whose number is as large as is asked', 'echo 12', atLeast(12), '12'],
  ['whose number has decimals', 'printf 12.50', atLeast(12.25), '12.50'],
  [
    'whose output matches in one line',
    'echo a; echo "status: ready"',
    matches('^status: ready$'),
    'a status: ready',
  ],
  [
    'whose words reach it as they are',
    'printf %s "$1"',
    matches(String.raw`^it's; \$\(false\)$`),
    "it's; $(false)",
  ],
  ['that warns beside its output', 'echo careful >&2; echo 7', atLeast(1), '7'],
])('a command %s is verified', async (_, script, expected, received) => {
  expect(await verify(script, expected)).toMatchObject({
    exit: 0,
    said: { verified: true, received, detail: 'pod db-0' },
  });
});

test.each([
  [
    'that ends with another number',
    'echo torn >&2; exit 3',
    { output: 'any' },
    'an end with 3: torn',
  ],
  ['whose number is too small', 'echo 11', atLeast(12), '11'],
  ['that prints no number', 'echo none', atLeast(0), 'no number: none'],
  ['that prints two numbers', 'echo 7; echo 8', atLeast(1), 'no number: 7 8'],
  ['that prints nothing', ':', atLeast(0), 'no number: no output'],
  ['whose output does not match', 'echo "status: red"', matches('green'), 'status: red'],
  [
    'that says what is expected and fails',
    'echo green; exit 1',
    matches('green'),
    'an end with 1: green',
  ],
])('a command %s finds damage', async (_, script, expected, received) => {
  expect(await verify(script, expected)).toMatchObject({
    exit: 1,
    said: { verified: false, received },
  });
});

test.each([
  ['is not in the container', 'exit 127', 'a command that can be run'],
  ['may not be run', 'exit 126', 'a command that can be run'],
])('a command that %s says nothing of the data', async (_, script, expected) => {
  expect(await verify(script)).toMatchObject({ exit: 2, said: { expected } });
});

test('a command that is not allowed by the server says nothing of the data', async () => {
  cluster.write('refuses', 'exec\n');
  expect(await verify('exit 0')).toMatchObject({
    exit: 2,
    said: { received: expect.stringContaining('Forbidden') },
  });
});

test('a command that hangs is given up, and says nothing of the data', async () => {
  const hanging = {
    check: 'command',
    workloads: [workload('db')],
    container: 'main',
    timeout: { seconds: 1 },
    command: ['sleep', '60'],
    expect: { output: 'any' },
  };
  expect(await cluster.verify(hanging)).toMatchObject({
    exit: 2,
    said: { received: 'no end in the time that is declared' },
  });
});

test('a command is run again while the server is still starting', async () => {
  const path = cluster.write('tries', '');
  const script = `echo >>"${path}"; [ "$(wc -l <"${path}")" -gt 2 ] || exit 1; echo 7`;
  expect(await verify(script, atLeast(7), { CONNECT_WITHIN: '30' })).toMatchObject({ exit: 0 });
});

test('a command is run in every pod, and the damaged one is named', async () => {
  cluster.remove();
  cluster = new Cluster();
  cluster.run('db', { replicas: 2 });
  cluster.container('db-0', 'main');
  cluster.container('db-1', 'main', 'export ROWS=3; exec "$@"');
  expect(await verify('echo "${ROWS:-7}"', atLeast(7))).toMatchObject({
    exit: 1,
    said: { received: '3', detail: 'pod db-1' },
  });
});
