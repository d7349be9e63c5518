import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { audit } from '../src/audit.ts';

const place = expect.objectContaining({ file: 'all.yaml' });

/** What is found of the hooks of one Deployment. */
function hooksOf({ annotations = '{}', schedules = '' }) {
  const text = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: db, namespace: shop}
spec:
  template:
    metadata: {labels: {app: db}, annotations: ${annotations}}
    spec: {containers: [{name: server, image: postgres}, {name: exporter, image: exporter}]}
${schedules}`;
  const [found] = audit({ files: [{ path: 'all.yaml', text }] }).namespaces;
  return { hooks: found?.hooks, otherHooks: found?.otherHooks };
}

const inPods = { workload: 'Deployment/db', schedule: undefined, place };

test.each(
  some([
    [
      `{pre.hook.backup.velero.io/command: '["psql", "-c", "CHECKPOINT"]'}`,
      {
        container: 'server',
        when: 'before-backup',
        command: ['psql', '-c', 'CHECKPOINT'],
        timeout: 30,
        onError: 'fail',
      },
    ],
    [
      '{hook.backup.velero.io/command: /dump.sh, hook.backup.velero.io/timeout: 5m, hook.backup.velero.io/on-error: Continue}',
      {
        container: 'server',
        when: 'before-backup',
        command: ['/dump.sh'],
        timeout: 300,
        onError: 'continue',
      },
    ],
    [
      `{post.hook.backup.velero.io/command: '[not json', post.hook.backup.velero.io/container: exporter}`,
      {
        container: 'exporter',
        when: 'after-backup',
        command: ['[not json'],
        timeout: 30,
        onError: 'fail',
      },
    ],
    [
      `{post.hook.restore.velero.io/command: '["load"]', post.hook.restore.velero.io/exec-timeout: 1h}`,
      {
        container: 'server',
        when: 'after-restore',
        command: ['load'],
        timeout: 3600,
        onError: 'continue',
      },
    ],
  ] as const),
)('annotations %s are a hook', (annotations, hook) => {
  expect(hooksOf({ annotations })).toEqual({ hooks: [{ ...inPods, ...hook }], otherHooks: [] });
});

test('a container of its own before a restored pod is no command', () => {
  const annotations =
    '{init.hook.restore.velero.io/container-image: alpine, init.hook.restore.velero.io/command: /wait}';
  expect(hooksOf({ annotations })).toEqual({
    hooks: [],
    otherHooks: [
      {
        workload: 'Deployment/db',
        what: 'runs a container alpine before the others of a restored pod',
        place,
      },
    ],
  });
});

const scheduled = (resource: string): string => `---
apiVersion: velero.io/v1
kind: Schedule
metadata: {name: daily, namespace: velero}
spec:
  schedule: 0 1 * * *
  template:
    hooks: {resources: [{name: one, ${resource}, pre: [{exec: {command: [freeze], timeout: 2m, onError: Continue}}], post: [{exec: {container: exporter, command: [thaw]}}]}]}`;

test.each(
  some([
    ['labelSelector: {matchLabels: {app: db}}', ['freeze', 'thaw']],
    ['includedNamespaces: ["sh*"], includedResources: [pods]', ['freeze', 'thaw']],
    ['labelSelector: {matchExpressions: [{key: app, operator: NotIn, values: [db]}]}', []],
    ['excludedNamespaces: [shop]', []],
    ['includedNamespaces: [web]', []],
    ['excludedResources: [pods]', []],
  ] as const),
)('a schedule that takes pods by %s runs %j', (resource, commands) => {
  const { hooks } = hooksOf({ schedules: scheduled(resource) });
  expect(hooks?.flatMap(({ command }) => command)).toEqual(commands);
});

test('annotations hide the hooks of schedules of the same moment, and no other', () => {
  const { hooks } = hooksOf({
    annotations: '{pre.hook.backup.velero.io/command: /own}',
    schedules: scheduled('includedNamespaces: [shop]'),
  });
  expect(hooks).toMatchObject([
    { when: 'before-backup', command: ['/own'], schedule: undefined },
    { when: 'after-backup', command: ['thaw'], schedule: 'daily', container: 'exporter' },
  ]);
});
