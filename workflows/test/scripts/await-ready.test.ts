import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { declaredServices } from '../../src/declared-services.ts';
import { runScript } from './run-script.ts';
import type { Answer } from './stand-ins.ts';

interface Item {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly spec?: object;
  readonly status: object;
}

const item = (kind: string, name: string, status: object, rest: Partial<Item> = {}): Item => ({
  kind,
  metadata: { name, labels: { app: name } },
  status,
  ...rest,
});

const ready = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] };
const database = item('StatefulSet', 'shop-db', { readyReplicas: 1 }, { spec: { replicas: 1 } });
/** Some shells take what echo is given apart. */
const script = { containers: [{ command: ['sh', '-c', 'set -eu\nexec db "$1\\t"\n'] }] };
const data = item('PersistentVolumeClaim', 'shop-db', { phase: 'Bound' });
const files = item('PersistentVolumeClaim', 'shop-files', { phase: 'Bound' });
const pod = item('Pod', 'shop-db-0', ready, { spec: script });
const whole = [database, data, files, pod];

const list = (items: readonly Item[]): Answer => ({
  asked: 'get deployments.apps,statefulsets.apps,daemonsets.apps,persistentvolumeclaims,pods',
  output: { items },
});

const wait = (answers: readonly Answer[], env: Readonly<Record<string, string>> = {}) =>
  runScript('await-ready', {
    env: {
      DECLARED: 'FILES/services.json',
      SERVICES: '[{"service":"shop","namespace":"shop","target":"drill-shop-1"}]',
      PARTIAL: 'false',
      INTERVAL: '1',
      DEADLINE: '2',
      ...env,
    },
    files: { 'services.json': declaredServices(primaryEnvironment()) },
    kubectl: answers,
  });

test('what is whole and ready stands', () => {
  const { status, stderr } = wait([list(whole)]);
  expect([status, stderr]).toEqual([0, '']);
});

const without = (gone: Item): Item[] => whole.filter((each) => each !== gone);
test.each([
  ['StatefulSet shop-db is missing', without(database)],
  ['the claim of the volume files is missing', without(files)],
  [
    'PersistentVolumeClaim shop-files is Pending',
    [...without(files), { ...files, status: { phase: 'Pending' } }],
  ],
  [
    'StatefulSet shop-db has 0 of 1 pods ready',
    [...without(database), { ...database, status: {} }],
  ],
  [
    'StatefulSet shop-db wants no pods',
    [...without(database), { ...database, spec: { replicas: 0 } }],
  ],
  [
    'Pod shop-db-0 is Pending and not ready',
    [...without(pod), { ...pod, status: { phase: 'Pending' } }],
  ],
  ['StatefulSet shop-db is missing', []],
])('it says that %s', (message, items) => {
  const { status, stderr } = wait([list(items)]);
  expect(status).toBe(1);
  expect(stderr).toContain(`drill-shop-1: ${message}`);
});

test('a pod that has done its work is not waited for', () => {
  const done = item('Pod', 'migrate', { phase: 'Succeeded' });
  expect(wait([list([...whole, done])]).status).toBe(0);
});

test('where only some kinds were restored, nothing is missing', () => {
  expect(wait([list([pod])], { PARTIAL: 'true' }).status).toBe(0);
});

test('where nothing was to be restored, everything stands', () => {
  expect(wait([], { SERVICES: '[]' }).status).toBe(0);
});

test('it looks again until everything stands', () => {
  const { status } = wait([{ ...list(without(pod).slice(1)), times: 2 }, list(whole)], {
    DEADLINE: '60',
  });
  expect(status).toBe(0);
});

test.each([{ status: 1 }, { output: 'half of an ans' }])(
  'where %o is said of what is there, nothing stands',
  (said) => {
    const { status, stderr } = wait([{ ...list([]), ...said }]);
    expect(status).toBe(1);
    expect(stderr).toContain('nobody says what is there');
  },
);
