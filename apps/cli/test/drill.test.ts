import { spawn } from 'node:child_process';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { expect, onTestFinished, test } from 'vitest';

import { stepLines } from '../src/argo/step-lines.ts';
import { repositoryRoot } from '../src/repository-root.ts';

const began = '2026-11-01T07:00:00Z';
const node = (displayName: string, phase: string, more: object = {}) => ({
  id: displayName,
  name: `d.${displayName}`,
  displayName,
  type: 'Pod',
  phase,
  startedAt: began,
  ...more,
});
const workflow = (phase: string, nodes: readonly ReturnType<typeof node>[], more: object = {}) => ({
  metadata: { name: 'drill-validation-x', creationTimestamp: began, resourceVersion: '7' },
  spec: {},
  status: {
    phase,
    startedAt: began,
    nodes: Object.fromEntries(nodes.map((one) => [one.id, one])),
    ...more,
  },
});
const ended = { finishedAt: '2026-11-01T07:01:05Z' };
const failed = workflow(
  'Failed',
  [node('choose-backup', 'Failed', { ...ended, message: 'no backup can serve' })],
  ended,
);

test('steps are shown with their times against the budget', () => {
  const running = workflow('Running', [
    node('choose-backup', 'Succeeded', ended),
    node('restore', 'Running', { startedAt: '2026-11-01T07:01:05Z' }),
    node('all', 'Running', { type: 'DAG' }),
  ]);
  expect(stepLines(running, 60, Date.parse('2026-11-01T07:02:00Z'))).toEqual([
    'drill-validation-x Running: 2 min of 1 min, over it',
    '  ✓ choose-backup 1 min 5 s',
    '  › restore 55 s',
  ]);
});

function write(path: string, states: readonly object[], response: ServerResponse): void {
  if (!path.startsWith('/api/v1/workflow-events/')) {
    const list = { metadata: {}, items: states };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(path.endsWith('submit') ? states[0] : list));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const object of states) {
    response.write(`data: ${JSON.stringify({ result: { type: 'MODIFIED', object } })}\n\n`);
  }
}

/** Serves what argo-server would, and notes what it was asked. */
async function argo(states: readonly object[]): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const answer = (body: string): void => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      asked.push(`${request.method} ${path} ${body}`.trim());
      write(path, states, response);
    };
    void text(request).then(answer);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function drill(...words: string[]) {
  const main = join(repositoryRoot, 'apps/cli/bin/resilience.js');
  const { ARGO_SERVER: _, ...env } = process.env;
  const child = spawn(process.execPath, [main, 'drill', ...words], { env });
  const status = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
}

test('a drill is submitted from its CronWorkflow and watched to its end', async () => {
  const done = workflow('Succeeded', [node('choose-backup', 'Succeeded', ended)], ended);
  const { url, asked } = await argo([
    workflow('Running', [node('choose-backup', 'Running')]),
    done,
  ]);
  const { status, stdout } = await drill(
    'run',
    'validation',
    '--env',
    'staging',
    '--argo-server',
    url,
  );
  expect(status).toBe(0);
  expect(stdout).toMatch(/Running › choose-backup .*\nSucceeded ✓ choose-backup 1 min 5 s\n$/);
  expect(asked[0]).toContain('"resourceKind":"CronWorkflow","resourceName":"drill-validation"');
});

test.each(['status', 'watch', 'run'])('%s of a drill that failed is a finding', async (verb) => {
  const { url } = await argo([failed]);
  const { status, stdout } = await drill(
    verb,
    'validation',
    '--env',
    'staging',
    '--argo-server',
    url,
  );
  expect([status, stdout]).toEqual([
    1,
    expect.stringContaining('✗ choose-backup 1 min 5 s: no backup can serve'),
  ]);
});

test('machines get a state a line', async () => {
  const { url } = await argo([failed]);
  const { stdout } = await drill(
    'watch',
    'validation',
    '--env',
    'staging',
    '--json',
    '--argo-server',
    url,
  );
  expect(JSON.parse(stdout)).toMatchObject({ phase: 'Failed', steps: [{ name: 'choose-backup' }] });
});

test.each([
  [['run', 'validation', '--env', 'prod'], 'no environment is called prod'],
  [['run', 'flood', '--env', 'staging'], 'there are validation, namespace-restore'],
  [['run', 'validation', '--env', 'staging'], '--argo-server or ARGO_SERVER'],
])('%j is refused', async (words, message) => {
  const { status, stderr } = await drill(...words);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});
