import { expect, test } from 'vitest';

import type { Limit } from '../src/argo/limits.ts';
import { stepLines } from '../src/argo/step-lines.ts';
import { argoServer, ended, node, workflow } from './argo-server.ts';
import { resultOf } from './result-of.ts';
import { run } from './run.ts';

const failed = workflow(
  'Failed',
  [node('choose-backup', 'Failed', { ...ended, message: 'no backup can serve' })],
  ended,
);
const own: Limit = { of: '', seconds: 60 };
const orders: Limit = {
  of: 'RTO of orders',
  seconds: 3600,
  between: ['choose-backup', 'measure-critical'],
};
const at = Date.parse('2026-11-01T07:02:00Z');

test('steps are a tree, with their times, against the budget and the objectives', () => {
  const running = workflow('Running', [
    node('all', 'Running', { type: 'DAG' }),
    node('rehearse', 'Running', { type: 'DAG', boundaryID: 'all' }),
    node('choose-backup', 'Succeeded', {
      boundaryID: 'rehearse',
      startedAt: '2026-11-01T07:01:00Z',
      ...ended,
    }),
    node('restore', 'Running', { boundaryID: 'rehearse', startedAt: '2026-11-01T07:01:05Z' }),
  ]);
  expect(stepLines(running, [own, orders], at)).toEqual([
    'drill-validation-x Running: 2 min of 1 min, over it',
    '  RTO of orders: 1 min of 1 h',
    '  › rehearse 2 min',
    '    ✓ choose-backup 5 s',
    '    › restore 55 s',
  ]);
});

test('a recovery ends when it is measured, and steps of no group are shown, too', () => {
  const measured = workflow(
    'Succeeded',
    [
      node('choose-backup', 'Succeeded', ended),
      node('measure-critical', 'Succeeded', { startedAt: '2026-11-01T07:01:05Z', ...ended }),
    ],
    { finishedAt: '2026-11-01T07:10:00Z' },
  );
  expect(stepLines(measured, [own, orders], at)).toEqual([
    'drill-validation-x Succeeded: 10 min of 1 min, over it',
    '  RTO of orders: 1 min 5 s of 1 h',
    '  ✓ choose-backup 1 min 5 s',
    '  ✓ measure-critical 0 s',
  ]);
});

const drill = (...words: string[]) => run(['drill', ...words]);

test('a drill is submitted from its CronWorkflow and watched to its end', async () => {
  const done = workflow('Succeeded', [node('choose-backup', 'Succeeded', ended)], ended);
  const { url, asked } = await argoServer([
    workflow('Running', [node('choose-backup', 'Running')]),
    done,
  ]);
  const words = ['run', 'validation', '--env', 'staging', '--argo-server', url];
  const { status, stdout, stderr } = await drill(...words);
  expect(status).toBe(0);
  expect(stderr).toMatch(/Running › choose-backup .*\nSucceeded ✓ choose-backup 1 min 5 s\n$/);
  expect(stdout).toMatch(
    /^drill-validation-x Succeeded.*\n(.*\n)* {2}✓ choose-backup 1 min 5 s\n$/,
  );
  expect(asked[0]).toContain('"resourceKind":"CronWorkflow","resourceName":"drill-validation"');
});

test.each(['status', 'watch', 'run'])('%s of a drill that failed is a finding', async (verb) => {
  const { url } = await argoServer([failed]);
  const words = [verb, 'validation', '--env', 'staging', '--argo-server', url];
  const { status, stdout } = await drill(...words);
  expect([status, stdout]).toEqual([
    1,
    expect.stringContaining('✗ choose-backup 1 min 5 s: no backup can serve'),
  ]);
});

test('machines get the last state, and progress is not among it', async () => {
  const { url } = await argoServer([failed]);
  const words = ['watch', 'validation', '--env', 'staging', '--json', '--argo-server', url];
  const { stdout } = await drill(...words);
  expect(resultOf(stdout)).toMatchObject({ phase: 'Failed', steps: [{ name: 'choose-backup' }] });
});

test('drills are listed with their next time, and how the newest run ended', async () => {
  const older = workflow('Succeeded', [], ended);
  const newer = {
    ...failed,
    metadata: { ...failed.metadata, name: 'newer', creationTimestamp: '2026-11-02T07:00:00Z' },
  };
  const { url } = await argoServer([older, newer]);
  const { status, stdout } = await drill('list', '--env', 'staging', '--argo-server', url);
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^validation +validation +0 6 \* \* 1 +\d{4}-\d\d-\d\d 06:00 +1 h +Failed \S+Z newer$/m,
  );
  expect(stdout).toMatch(/^namespace-restore .* none$/m);
});

test('without a server the list says what is declared', async () => {
  const { status, stdout } = await drill('list', '--env', 'dr', '--json');
  const { drills } = resultOf(stdout) as { drills: object[] };
  expect(status).toBe(0);
  expect(drills).toContainEqual({
    name: 'validation',
    kind: 'validation',
    cron: expect.any(String) as unknown,
    next: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
    budgetSeconds: expect.any(Number) as unknown,
    services: ['orders'],
  });
});

test.each([
  [['run', 'validation', '--env', 'prod'], 'no environment is called prod'],
  [['run', 'flood', '--env', 'staging'], 'there are validation, namespace-restore'],
  [['run', 'validation', '--env', 'staging'], '--argo-server or ARGO_SERVER'],
  [['list', '--env', 'staging', '--argo-server', 'argo'], 'argo is not the URL'],
])('%j is refused', async (words, message) => {
  const { status, stderr } = await drill(...words);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});
