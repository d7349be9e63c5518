import type { Answer } from '@resilience/workflows/stand-ins';
import { expect, test } from 'vitest';

import { argoServer, began, ended, node } from './argo-server.ts';
import { contents, inCluster, type Ran, staging } from './cluster.ts';
import { resultOf } from './result-of.ts';
import { renderedTemplate, templateOf } from './runbook-templates.ts';

const cluster = async (): Promise<Answer[]> => [
  ...staging,
  ...(await contents()).map((answer) => ({ ...answer, times: 1 })),
  templateOf('namespace'),
  templateOf('into-quarantine'),
  { asked: 'api-resources', output: '' },
  { asked: 'create --filename - --output json', status: 1, error: 'it is a drill' },
];

const inPlace = ['--disaster-at', '2026-11-25T01:55:00Z', '--approved-by', 'alice', '--yes'];

const recovery = (phase: string, more: object = {}) => ({
  metadata: { name: 'restore-namespace-x', creationTimestamp: began, uid: 'uid' },
  spec: {
    workflowTemplateRef: { name: 'restore-namespace' },
    arguments: {
      parameters: [
        { name: 'services', value: '["orders"]' },
        { name: 'approved-by', value: 'alice' },
      ],
    },
  },
  status: {
    phase,
    startedAt: began,
    nodes: { a: node('second-approval', 'Running', { type: 'Suspend' }) },
    ...more,
  },
});

const run = async (url: string, ...words: string[]): Promise<Ran> =>
  inCluster(await cluster(), [
    'restore',
    'run',
    '--env',
    'staging',
    '--services',
    'orders',
    '--argo-server',
    url,
    ...words,
  ]);

test('a recovery is planned, submitted with what was asked for, and watched to its end', async () => {
  const template = renderedTemplate('restore-namespace');
  const { url, asked } = await argoServer([recovery('Running'), recovery('Succeeded', ended)], {
    'workflow-templates': template,
  });
  const { status, stdout, stderr } = await run(url, ...inPlace);
  expect(status).toBe(0);
  expect(stderr).toMatch(/^restore-namespace, submitted to staging with\n/);
  expect(stderr).toMatch(/Running › second-approval .*\n$/);
  expect(stdout).toMatch(/^restore-namespace-x Succeeded: RTO of orders/);
  expect(stderr).toContain('resilience restore approve restore-namespace-x --approved-by');
  const [, submitted = ''] = asked;
  expect(submitted).toContain(
    '"resourceKind":"WorkflowTemplate","resourceName":"restore-namespace"',
  );
  expect(submitted).toContain(
    '"parameters":["services=[\\"orders\\"]","backup=","before=","disaster-at=2026-11-25T01:55:00Z","approved-by=alice","application="]',
  );
});

test('a quarantine needs no approval, and one that fails is a finding', async () => {
  const template = renderedTemplate('restore-into-quarantine');
  const { url } = await argoServer([recovery('Failed', ended)], { 'workflow-templates': template });
  const { status, stdout } = await run(url, '--into-quarantine', '--yes', '--json');
  expect(status).toBe(1);
  expect(resultOf(stdout)).toMatchObject({
    plan: { runbook: 'restore-into-quarantine' },
    run: { phase: 'Failed' },
  });
});

test('a server of another cluster is not submitted to', async () => {
  const { url, asked } = await argoServer([recovery('Running')], {
    'workflow-templates': { metadata: { uid: 'another' }, spec: {} },
  });
  const { status, stderr } = await run(url, ...inPlace);
  expect([status, stderr]).toEqual([2, expect.stringContaining('is not that of the cluster')]);
  expect(asked.filter((call) => !call.startsWith('GET '))).toEqual([]);
});

test('where no backup can serve, nothing is submitted', async () => {
  const { url, asked } = await argoServer([]);
  const words = [...inPlace, '--backup', 'monthly'];
  const { status, stdout } = await run(url, ...words);
  expect([status, stdout]).toEqual([1, expect.stringContaining('no backup can serve')]);
  expect(asked).toEqual([]);
});

test('in a script it wants the names of who approved, and --yes', async () => {
  const { status, stderr } = await run('http://127.0.0.1:9', '--disaster-at', 'today');
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringContaining('--disaster-at is a time such as'),
    expect.stringContaining('is approved by two: say by --approved-by'),
    expect.stringContaining('nobody can be asked here: pass --yes'),
  ]);
});

const approve = (url: string, by: string, ...words: string[]): Promise<Ran> =>
  inCluster(
    [],
    [
      'restore',
      'approve',
      'restore-namespace-x',
      '--approved-by',
      by,
      '--argo-server',
      url,
      ...words,
    ],
  );

test('a second person approves, in one call', async () => {
  const { url, asked } = await argoServer([recovery('Running')]);
  const { status, stdout } = await approve(url, 'bob', '--yes');
  expect([status, stdout]).toEqual([0, expect.stringContaining('bob has approved it')]);
  expect(stdout).toContain(
    'restore-namespace-x runs restore-namespace with\n  services ["orders"]',
  );
  const [, set = ''] = asked;
  expect(set).toMatch(/^PUT \/api\/v1\/workflows\/velero\/restore-namespace-x\/set /);
  expect(JSON.parse(set.split(' ').slice(2).join(' '))).toEqual({
    namespace: 'velero',
    name: 'restore-namespace-x',
    nodeFieldSelector: 'displayName=second-approval',
    outputParameters: '{"approved-by":"bob"}',
    message: 'approved by bob',
    phase: 'Succeeded',
  });
});

test.each([
  ['Alice', {}, 'a second person has to'],
  ['bob', { nodes: {} }, 'does not wait for a second approval'],
  ['bob the builder', {}, '--approved-by is a name of letters'],
])('an approval by %s, with %j, is refused', async (by, more, told) => {
  const { url, asked } = await argoServer([recovery('Running', more)]);
  const { status, stderr } = await approve(url, by, '--yes');
  expect([status, stderr]).toEqual([2, expect.stringContaining(told)]);
  expect(asked.filter((call) => call.startsWith('PUT '))).toEqual([]);
});

test('an approval that nobody can be asked about wants --yes', async () => {
  const { status, stderr } = await approve('http://127.0.0.1:9', 'bob');
  expect([status, stderr]).toEqual([2, expect.stringContaining('pass --yes')]);
});
