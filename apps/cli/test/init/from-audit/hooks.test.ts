import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { oneCluster } from '../organisations.ts';
import { environmentOf, keptBy, keptOf, location, manifests, schedule } from './kept-of.ts';
import { server } from './programs.ts';

const annotated = (annotations: string, kind = 'Deployment'): string => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: db, namespace: shop}
spec:
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}, annotations: ${annotations}}
    spec: {containers: [{name: server, image: 'app:1'}]}`;

const keptHooks = (...documents: readonly string[]) => {
  const { services, notes } = keptBy(manifests(location, server, ...documents), oneCluster).kept;
  const hooks: unknown = Reflect.get(services['shop'] ?? {}, 'hooks');
  return { hooks, notes: notes.filter((note) => note.includes('hook')) };
};

const daily = schedule('daily', '{ttl: 960h}');

test('a hook of annotations is declared, and the annotations can go', () => {
  const annotations = `{pre.hook.backup.velero.io/command: '["/bin/sh", "-c", "dump\\n"]', pre.hook.backup.velero.io/timeout: 3m}`;
  const { hooks, notes } = keptHooks(daily, annotated(annotations));
  expect(hooks).toEqual([
    {
      kind: 'command',
      name: 'db-before-backup-1',
      workload: 'db',
      container: 'server',
      when: 'before-backup',
      command: ['/bin/sh', '-c', 'dump'],
      timeout: { seconds: 180 },
      onError: 'fail',
    },
  ]);
  expect(notes).toEqual([expect.stringContaining('remove its annotations once that is rendered')]);
});

test('a hook that one schedule has is run by all, and that is said', () => {
  const hooked = '{ttl: 960h, hooks: {resources: [{name: a, post: [{exec: {command: [thaw]}}]}]}}';
  const { hooks, notes } = keptHooks(
    daily,
    schedule('weekly', hooked, '30 5 * * 0'),
    annotated('{}'),
  );
  expect(hooks).toMatchObject([
    { when: 'after-backup', command: ['thaw'], timeout: { seconds: 30 } },
  ]);
  expect(notes).toEqual([expect.stringMatching(/runs with daily from now on, too/)]);
});

test('the same hook of two schedules is one', () => {
  const hooked = '{ttl: 960h, hooks: {resources: [{name: a, pre: [{exec: {command: [freeze]}}]}]}}';
  const { hooks, notes } = keptHooks(
    schedule('one', hooked),
    schedule('two', hooked, '30 5 * * 0'),
    annotated('{}'),
  );
  expect(hooks).toHaveLength(1);
  expect(notes).toEqual([]);
});

test('what no hook of a declaration does is said', () => {
  const annotations = `{init.hook.restore.velero.io/container-image: alpine, pre.hook.backup.velero.io/command: '["a", ""]'}`;
  const { hooks, notes } = keptHooks(daily, annotated(annotations));
  expect(hooks).toBeUndefined();
  expect(notes).toEqual([
    expect.stringContaining('an argument is empty'),
    expect.stringContaining('runs a container alpine'),
  ]);
});

test('the hook of a pod without a workload of its own is not declared', () => {
  const pod = `
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: shop, annotations: {pre.hook.backup.velero.io/command: /dump}}
spec: {containers: [{name: server, image: 'app:1'}]}`;
  const { hooks, notes } = keptHooks(daily, pod);
  expect(hooks).toBeUndefined();
  expect(notes).toEqual([expect.stringContaining('Pod/db is no workload that is declared')]);
});

test('a declaration with hooks that were found is one, and says what to look at', async () => {
  const annotations = '{post.hook.restore.velero.io/command: /load}';
  const folder = manifests(location, server, daily, annotated(annotations, 'StatefulSet'));
  const { root } = await keptOf(folder, oneCluster);
  expect((await environmentOf(root)).services['shop']?.hooks).toMatchObject([
    { when: 'after-restore', command: ['/load'], onError: 'continue' },
  ]);
  const source = readFileSync(join(root, 'environments/production/config.ts'), 'utf8');
  expect(source).toMatch(/^\/\/ - The hook after-restore of shop/m);
});
