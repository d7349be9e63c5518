import { backupContent } from '@resilience/workflows/backup-content';
import type { Answer } from '@resilience/workflows/stand-ins';
import { expect, test } from 'vitest';

import { argoServer, ended, node, workflow } from './argo-server.ts';
import {
  backup,
  backups,
  contents,
  declaredContent,
  downloads,
  inCluster,
  staging,
} from './cluster.ts';
import { resultOf } from './result-of.ts';
import { run } from './run.ts';

const inStaging = ['--env', 'staging'];

test('backups are listed, the newest first, with what each can serve', async () => {
  const { status, stdout } = await inCluster(
    [...staging, ...(await contents())],
    ['backup', 'list', ...inStaging],
  );
  expect(status).toBe(0);
  const [head, ...rows] = stdout.trim().split('\n');
  expect(head).toMatch(/^backup +phase +age +expires +location +errors, warnings +can serve$/);
  expect(rows).toEqual([
    expect.stringMatching(/^daily-3 +PartiallyFailed +.* 2099-01-01 +default +2, 0 +nothing$/),
    expect.stringMatching(/^daily-2 +Completed +.* 0, 0 +orders, media$/),
    expect.stringMatching(/^daily-1 +Completed +.* 0, 0 +orders, media$/),
  ]);
});

test('a service that nothing can serve is a finding', async () => {
  const items = [backup('orders', '2026-11-24T02:00:05Z')].map(({ spec, ...rest }) => ({
    ...rest,
    spec: { ...spec, includedNamespaces: ['orders'] },
  }));
  const only: Answer = { asked: 'get backups.velero.io', output: { items } };
  const words = ['backup', 'list', ...inStaging, '--json'];
  const { status, stdout } = await inCluster([only, ...staging, ...(await contents())], words);
  expect([status, resultOf(stdout)]).toMatchObject([
    1,
    { unserved: ['media'], backups: [{ name: 'orders', serves: ['orders'] }] },
  ]);
});

const volumes = [
  {
    pvcName: 'postgres-data',
    pvcNamespace: 'orders',
    backupMethod: 'CSISnapshot',
    snapshotDataMoved: true,
    result: 'succeeded',
    snapshotDataMovementInfo: { size: 3 * 1024 ** 3 },
  },
  { pvcName: 'cache', pvcNamespace: 'orders', skipped: true, skippedReason: 'volume policy' },
  {
    backupMethod: 'PodVolumeBackup',
    result: 'failed',
    pvbInfo: { podNamespace: 'media', volumeName: 'uploads', size: 1024 ** 2 },
  },
];

const one = (name: string): Answer => ({
  asked: `get backups.velero.io ${name} --namespace velero`,
  output: backups.find(({ metadata }) => metadata.name === name),
});

const moved = (items: readonly object[]): Answer => ({
  asked:
    'get datauploads.velero.io,podvolumebackups.velero.io --namespace velero --selector velero.io/backup-name=',
  output: { items },
});

test('a backup is described with its volumes, copies, and whom it serves', async () => {
  const upload = {
    kind: 'DataUpload',
    metadata: { name: 'u' },
    spec: { sourceNamespace: 'orders', sourcePVC: 'postgres-data' },
    status: { phase: 'Failed', message: 'no space', progress: { bytesDone: 5, totalBytes: 9 } },
  };
  const cluster = [
    ...staging,
    one('daily-3'),
    moved([upload]),
    ...(await downloads({ BackupVolumeInfos: volumes })),
  ];
  const words = ['backup', 'describe', 'daily-3', ...inStaging];
  const { status, stdout } = await inCluster(cluster, words);
  expect(status).toBe(1);
  expect(stdout).toBe(`daily-3 PartiallyFailed, of the schedule daily
  began 2026-11-25T02:00:05Z, over 2026-11-25T02:00:05Z, expires 2099-01-01T00:00:00Z
  812 of 812 objects, 2 errors, 0 warnings
  of * in the location default
✗ cannot serve orders: it is PartiallyFailed
✗ cannot serve media: it is PartiallyFailed
volumes
  orders/postgres-data  CSISnapshot, moved  succeeded                3.0 GiB
  orders/cache          none                left out: volume policy
  media/uploads         PodVolumeBackup     failed                   1 MiB
copies into the bucket
  DataUpload  orders/postgres-data  Failed  1 MiB of 1 MiB  no space
`);
});

test('one that is whole is no finding', async () => {
  const files = {
    BackupContents: backupContent(await declaredContent()),
    BackupVolumeInfos: volumes.slice(0, 2),
  };
  const cluster = [...staging, one('daily-2'), moved([]), ...(await downloads(files))];
  const words = ['backup', 'describe', 'daily-2', ...inStaging, '--json'];
  const { status, stdout } = await inCluster(cluster, words);
  expect([status, resultOf(stdout)]).toMatchObject([
    0,
    { services: [{ service: 'orders', refusal: null }, {}], volumes: { known: true } },
  ]);
});

const line = 'time="2026-11-24T02:00:05Z" level=error msg="no space"\n';

test('a log comes out of the bucket, and its request goes', async () => {
  const cluster = [...staging, one('daily-2'), ...(await downloads({ BackupLog: line }))];
  const words = ['backup', 'logs', 'daily-2', ...inStaging];
  const { status, stdout, calls } = await inCluster(cluster, words);
  expect([status, stdout]).toEqual([0, line]);
  expect(calls.at(-1)).toContain('delete downloadrequests.velero.io request-1');
});

test('a bucket without the log is told of, and not where it would have been', async () => {
  const answers = await downloads({ BackupLog: undefined });
  const cluster = [...staging, one('daily-2'), ...answers];
  const words = ['backup', 'logs', 'daily-2', ...inStaging];
  const { status, stderr, calls } = await inCluster(cluster, words);
  expect([status, stderr]).toEqual([
    2,
    'resilience: the bucket holds no BackupLog of daily-2 (404)\n',
  ]);
  expect(calls.at(-1)).toContain('delete downloadrequests.velero.io request-1');
});

test.each(['describe', 'logs'])('%s of a backup that is not there says so', async (verb) => {
  const error = 'Error from server (NotFound): backups.velero.io "x" not found\n';
  const answers = [{ asked: 'get backups.velero.io x', status: 1, error }, ...staging];
  const { status, stderr } = await inCluster(answers, ['backup', verb, 'x', ...inStaging]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('Velero knows no backup x;')]);
});

test('a backup is made by its runbook, and watched to its end', async () => {
  const done = workflow('Succeeded', [node('back-up', 'Succeeded', ended)], ended);
  const { url, asked } = await argoServer([done]);
  const words = ['backup', 'now', ...inStaging, '--service', 'orders', '--argo-server', url];
  const { status, stdout, stderr } = await run(words);
  expect([status, stderr]).toEqual([0, 'Succeeded ✓ back-up 1 min 5 s\n']);
  expect(stdout).toMatch(/^\S+ Succeeded.*\n {2}✓ back-up 1 min 5 s\n$/);
  expect(asked[0]).toContain('"resourceName":"back-up-on-demand"');
  expect(asked[0]).toContain('"parameters":["namespace=orders"]');
});

test.each([
  [
    ['now', '--env', 'dr', '--service', 'tea'],
    ['dr declares no schedules', 'no service is called tea'],
  ],
  [['now', '--env', 'staging'], ['either by --service or by --namespace']],
  [['now', '--env', 'staging', '--service', 'orders'], ['--argo-server or ARGO_SERVER']],
  [
    ['debug', '--env', 'staging', '--output', '/tmp', '--since', 'today'],
    ['/tmp is there already', '--since is a duration'],
  ],
])('%j is refused', async (words, messages) => {
  const { status, stderr } = await run(['backup', ...words]);
  expect([status, stderr.trim().split('\n')]).toEqual([
    2,
    messages.map((message) => expect.stringContaining(message) as unknown),
  ]);
});
