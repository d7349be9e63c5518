import { expect, test } from 'vitest';

import { type Ran, inCluster } from './cluster.ts';
import { run } from './run.ts';

const plan = (...words: string[]): Promise<Ran> =>
  inCluster([], ['restore', 'plan', '--env', 'staging', ...words]);

const disasterAt = ['--disaster-at', '2026-11-25T01:55:00Z'] as const;

test('all that is wrong with the call is told at once', async () => {
  const { status, stderr } = await plan(
    '--services',
    'orders,tea',
    '--kinds',
    'Deployment',
    '--selector',
    'web',
    '--volume',
    'pg',
    '--before',
    'yesterday',
    '--into-quarantine',
  );
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/no service is called tea; there are .*orders/),
    expect.stringContaining('--volume is of one service'),
    expect.stringContaining('leave out --kinds and --selector'),
    expect.stringContaining('orders has no volume pg; there are'),
    expect.stringContaining('--kinds are kinds such as'),
    expect.stringContaining('--selector are labels such as'),
    expect.stringContaining('--before is a time such as'),
    expect.stringContaining('--kinds is not for --into-quarantine'),
    expect.stringContaining('--selector is not for --into-quarantine'),
    expect.stringContaining('--volume is not for --into-quarantine'),
  ]);
});

test.each([
  [[], 'either by --services or by --namespace'],
  [['--services', 'orders', '--namespace', 'orders'], 'either by --services or by --namespace'],
  [['--services', 'orders'], 'is taken: --disaster-at 2026-11-24T01:55:00Z'],
  [['--services', 'orders', '--disaster-at', '2099-01-01T00:00:00Z'], 'is not over yet'],
  [['--services', 'orders', '--into-quarantine', ...disasterAt], 'say by --before from when'],
  [['--namespace', 'tea'], 'no service is declared in the namespace tea; there are'],
])('%j is refused', async (words, message) => {
  const { status, stderr } = await plan(...words);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('where kubectl is not there, it is told what to do', async () => {
  const words = ['restore', 'plan', '--env', 'staging', '--services', 'orders', ...disasterAt];
  const { status, stderr } = await run(words, { PATH: '/nowhere' });
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining('the program kubectl is not there'),
  ]);
});
