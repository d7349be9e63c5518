import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

import type { AuditResult } from '@resilience/audit/result';
import { expect, onTestFinished, test } from 'vitest';

import { resultOf } from './result-of.ts';
import { run } from './run.ts';

function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const made = mkdtempSync(join(tmpdir(), 'resilience-audit-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(made, path)), { recursive: true });
    writeFileSync(join(made, path), content);
  }
  return made;
}

const schedule = (template: string): string => `apiVersion: velero.io/v1
kind: Schedule
metadata: { name: daily, namespace: velero }
spec:
  schedule: 0 2 * * *
  template: ${template}
`;

const location = `apiVersion: velero.io/v1
kind: BackupStorageLocation
metadata: { name: default, namespace: velero }
spec:
  provider: aws
  objectStorage: { bucket: backups }
  config: { region: eu-west-1 }
`;

const claim = `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: gp3, resources: { requests: { storage: 1Gi } } }
`;

const json = (stdout: string): AuditResult => resultOf(stdout);

test('a schedule and its location without a fault end with 0', async () => {
  const made = folder({ 'velero.yaml': `${location}---\n${schedule('{ ttl: 720h }')}` });
  const { status, stdout, stderr } = await run(['audit', made]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('0 findings');
});

test('findings end with 1, and have their place', async () => {
  const made = folder({ 'a/velero.yaml': `${location}---\n${schedule('{ ttl: 12h }')}` });
  const { status, stdout } = await run(['audit', made]);
  expect(status).toBe(1);
  expect(stdout).toContain('deletes its backups before the next one is made');
  expect(stdout).toContain('at        a/velero.yaml:14');
});

test('a folder without Velero is answered, with 1', async () => {
  const { status, stdout } = await run(['audit', folder({ 'web.yaml': claim })]);
  expect(status).toBe(1);
  expect(stdout).toContain('No Velero is described here');
});

test.each([
  [['audit', '/nothing/here'], 'nothing is at /nothing/here'],
  [['audit'], 'name a folder or a file of manifests, or a cluster by --context'],
  [
    ['audit', '.', '--context', 'x'],
    'name a folder or a file of manifests, or a cluster by --context',
  ],
])('%j is refused with 2', async (words, why) => {
  const { status, stderr } = await run(words);
  expect(status).toBe(2);
  expect(stderr).toContain(why);
});

test('what cannot be read is listed, and the rest is judged', async () => {
  const made = folder({
    'velero.yaml': `${location}---\n${schedule('{ ttl: 720h }')}`,
    'broken.yaml': 'a: [',
    'bytes.yaml': new Uint8Array([0, 159, 146, 150]),
    'velero/main.tf': 'resource "helm_release" "velero" {}',
    'chart/templates/x.yaml': 'name: {{ .Values.name }}\n',
  });
  symlinkSync('..', join(made, 'loop'));
  symlinkSync('nowhere.yaml', join(made, 'gone.yaml'));
  const { status, stdout } = await run(['audit', made, '--format', 'json']);
  expect(status).toBe(0);
  const { notRead, schedules } = json(stdout);
  expect(schedules.map(({ name }) => name)).toEqual(['daily']);
  expect(notRead.map(({ file }) => file).toSorted()).toEqual([
    'broken.yaml',
    'bytes.yaml',
    'chart/templates/x.yaml',
    'gone.yaml',
    'loop',
    'velero/main.tf',
  ]);
});

test('Markdown has a table of what each disaster costs', async () => {
  const made = folder({ 'all.yaml': `${location}---\n${schedule('{ ttl: 720h }')}---\n${claim}` });
  const { stdout } = await run(['audit', join(made, 'all.yaml'), '--format', 'markdown']);
  expect(stdout).toContain('# Audit of Velero');
  expect(stdout).toMatch(/\| namespace \| pod-failure \|/);
});

/** A kubectl that answers from files, notes each call, and refuses what it has no file of. */
function cluster(answers: Readonly<Record<string, string>>): {
  readonly env: NodeJS.ProcessEnv;
  readonly calls: () => string[];
} {
  const made = folder(
    Object.fromEntries(Object.entries(answers).map(([kind, text]) => [`answers/${kind}`, text])),
  );
  const script = `#!/bin/sh
echo "$*" >>'${made}/calls'
case "$1" in version) exit 0;; esac
if [ -f "${made}/answers/$2" ]; then cat "${made}/answers/$2"; exit 0; fi
case "$2" in
  nodes) echo 'Error from server (Forbidden): nodes is forbidden: User "x" cannot list resource "nodes"' >&2;;
  secret) echo 'Error from server (NotFound): secrets "velero-repo-credentials" not found' >&2;;
  *) echo "error: the server doesn't have a resource type \\"$2\\"" >&2;;
esac
exit 1
`;
  writeFileSync(join(made, 'kubectl'), script);
  chmodSync(join(made, 'kubectl'), 0o755);
  return {
    env: { PATH: `${made}${delimiter}${process.env['PATH']}` },
    calls: () => readFileSync(join(made, 'calls'), 'utf8').trim().split('\n'),
  };
}

const list = (...items: readonly object[]): string =>
  JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

const inVelero = (kind: string, name: string, rest: object): object => ({
  apiVersion: 'velero.io/v1',
  kind,
  metadata: { name, namespace: 'velero', labels: { 'velero.io/schedule-name': 'daily' } },
  ...rest,
});

const live = {
  'schedules.velero.io': list(
    inVelero('Schedule', 'daily', {
      spec: { schedule: '0 2 * * *', template: { ttl: '720h0m0s' } },
    }),
  ),
  'backupstoragelocations.velero.io': list(
    inVelero('BackupStorageLocation', 'default', {
      spec: {
        provider: 'aws',
        default: true,
        objectStorage: { bucket: 'b' },
        config: { region: 'eu-west-1' },
      },
    }),
  ),
  'backups.velero.io': list(
    inVelero('Backup', 'daily-1', {
      status: {
        phase: 'Completed',
        startTimestamp: '2020-01-01T02:00:00Z',
        completionTimestamp: '2020-01-01T02:10:00Z',
      },
    }),
    inVelero('Backup', 'daily-2', { status: { phase: 'Failed' } }),
  ),
  namespaces: list({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }),
};

test('a cluster is asked by its context, and only read', async () => {
  const { env, calls } = cluster(live);
  const { status, stdout } = await run(['audit', '--context', 'blue', '--format', 'json'], env);
  const { newest, findings, notRead } = json(stdout);
  expect(status).toBe(1);
  expect(newest).toEqual([
    {
      schedule: 'daily',
      name: 'daily-1',
      age: expect.any(Number),
      duration: 600,
      phases: { Completed: 1, Failed: 1 },
    },
  ]);
  expect(findings.map(({ rule }) => rule)).toContain('audit/backups-are-recent');
  expect(notRead).toContainEqual({
    file: 'nodes.json',
    line: 1,
    why: 'may not be read: grant get and list on it',
  });
  expect(notRead).toContainEqual({
    file: 'deployments.apps.json',
    line: 1,
    why: 'the cluster has no such kind',
  });
  expect(calls().filter((call) => !/^(get|version) .*--context blue/.test(call))).toEqual([]);
  expect(calls().filter((call) => /secret/.test(call) && !call.includes('--output name'))).toEqual(
    [],
  );
});

test('a cluster that does not answer is refused', async () => {
  const made = folder({
    kubectl: '#!/bin/sh\necho "error: context x does not exist" >&2\nexit 1\n',
  });
  chmodSync(join(made, 'kubectl'), 0o755);
  const { status, stderr } = await run(['audit', '--context', 'x'], {
    PATH: `${made}${delimiter}${process.env['PATH']}`,
  });
  expect(status).toBe(2);
  expect(stderr).toContain('context x does not exist');
  expect(readdirSync(made)).toEqual(['kubectl']);
});
