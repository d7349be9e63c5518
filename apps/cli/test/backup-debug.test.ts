import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { downloads, inCluster } from './cluster.ts';
import { resultOf } from './result-of.ts';

/** Where nothing is yet. */
function newPlace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-debug-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'bundle');
}

test('what support needs is in a new folder, without anything secret', async () => {
  const folder = newPlace();
  const env = [{ name: 'PASSWORD', value: 'hunter2' }];
  const pod = {
    metadata: { name: 'velero-1', labels: { app: 'velero' } },
    spec: { nodeName: 'node-1', containers: [{ env }] },
    status: { phase: 'Running' },
  };
  const answers = [
    { asked: 'get pods --namespace velero --selector', output: { items: [pod] } },
    { asked: 'get events', status: 1, error: 'Error from server (Forbidden): events' },
    { asked: 'get ', output: { items: [] } },
    { asked: 'logs velero-1 --namespace velero --all-containers --since 24h', output: 'a line\n' },
  ];
  const words = ['backup', 'debug', '--env', 'staging', '--output', folder];
  const { status, stdout, calls } = await inCluster(answers, words);
  expect([status, stdout]).toEqual([
    1,
    expect.stringContaining(
      'without objects/events.json: kubectl get events: Error from server (Forbidden): events',
    ),
  ]);
  const written = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(written).toHaveLength(13);
  expect(written.join('\n')).toContain('node-1');
  expect(written.join('\n')).not.toContain('hunter2');
  expect(readFileSync(join(folder, 'logs/velero-1.log'), 'utf8')).toBe('a line\n');
  const asked = calls.filter((call) => /secret|configmap|downloadrequest/i.test(call));
  expect(asked).toEqual([]);
});

test('a backup brings its log and lists', async () => {
  const folder = newPlace();
  const files = await downloads({ BackupLog: 'line\n' });
  const answers = [...files, { asked: 'get ', output: { items: [] } }];
  const words = ['backup', 'debug', '--env', 'staging', '--output', folder, '--backup', 'daily-2'];
  const { status, stdout } = await inCluster(answers, [...words, '--json']);
  expect([status, resultOf(stdout)]).toMatchObject([
    0,
    { files: expect.arrayContaining(['backup/BackupLog.log']) as unknown, missing: [] },
  ]);
  expect(readFileSync(join(folder, 'backup/BackupLog.log'), 'utf8')).toBe('line\n');
});
