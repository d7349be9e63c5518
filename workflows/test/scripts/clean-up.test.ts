import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { runScript } from './run-script.ts';
import type { Answer } from './stand-ins.ts';

const named = (...names: readonly string[]) => ({
  items: names.map((name) => ({ metadata: { name } })),
});
const claimed = {
  items: [
    { metadata: { name: 'pv-drill' }, spec: { claimRef: { namespace: 'drill-shop-1' } } },
    { metadata: { name: 'pv-shop' }, spec: { claimRef: { namespace: 'shop' } } },
    { metadata: { name: 'pv-free' }, spec: {} },
  ],
};

const namespaces = 'get namespaces --selector resilience-layer/workflow=drill-x-1';
const restores =
  'get restores.velero.io --namespace velero --selector resilience-layer/workflow=drill-x-1';
const restore = (...phases: readonly string[]): object => ({
  items: phases.map((phase, index) => ({
    metadata: { name: `drill-x-1-${index + 1}` },
    status: { phase },
  })),
});

/** What is there at first, and is gone when it was deleted. */
const orderly: readonly Answer[] = [
  { asked: restores, output: restore('Completed', 'PartiallyFailed') },
  { asked: namespaces, output: named('drill-shop-1', 'drill-till-1'), times: 1 },
  { asked: namespaces, output: named() },
  { asked: 'get persistentvolumes', output: claimed, times: 1 },
  { asked: 'get persistentvolumes', output: named() },
  { asked: 'get clusterroles', output: named() },
  { asked: 'patch persistentvolume pv-drill' },
  { asked: 'delete namespace drill-shop-1 drill-till-1' },
];

const cleanUp = (kubectl: readonly Answer[], timeout = '5') =>
  runScript('clean-up', {
    env: { WORKFLOW: 'drill-x-1', TIMEOUT: timeout, LOOKS: '2', INTERVAL: '0' },
    kubectl,
  });

test('what the drill made goes at once, with its volumes, and nothing else', () => {
  const { status, outputs, calls } = cleanUp(orderly);
  expect(status).toBe(0);
  expect(outputs['left-behind']).toBe('[]');
  expect(calls.filter((call) => /^kubectl (patch|delete)/.test(call))).toEqual([
    'kubectl patch persistentvolume pv-drill --type merge --patch {"spec":{"persistentVolumeReclaimPolicy":"Delete"}}',
    'kubectl delete namespace drill-shop-1 drill-till-1 --ignore-not-found --wait --timeout 5s',
  ]);
});

test('a drill that made nothing has nothing to take away', () => {
  const empty = [namespaces, 'get persistentvolumes', 'get clusterroles'].map((asked) => ({
    asked,
    output: named(),
  }));
  const { status, calls } = cleanUp([{ asked: restores, output: restore() }, ...empty]);
  expect(status).toBe(0);
  expect(calls.some((call) => call.includes('delete'))).toBe(false);
});

test('a namespace that carries the label and is no drill’s stays, and is told of', () => {
  const { status, calls, outputs } = cleanUp([
    { asked: restores, output: restore() },
    { asked: namespaces, output: named('shop') },
    { asked: 'get persistentvolumes', output: claimed },
    { asked: 'get clusterroles', output: named() },
  ]);
  expect([status, outputs['left-behind']]).toEqual([1, '["Namespace/shop"]']);
  expect(calls.some((call) => /kubectl (patch|delete)/.test(call))).toBe(false);
});

test.each([
  ['Namespace/drill-shop-1', namespaces, named('drill-shop-1')],
  ['PersistentVolume/pv-drill', 'get persistentvolumes', claimed],
  [
    'ClusterRole/x',
    'get clusterroles',
    { items: [{ kind: 'ClusterRole', metadata: { name: 'x' } }] },
  ],
])('%s that stays is told of, and the step fails', (left, asked, output) => {
  const { status, outputs, stderr } = cleanUp([
    { asked, output },
    ...orderly.filter((each) => each.asked !== asked || each.asked === namespaces),
  ]);
  expect(status).toBe(1);
  expect(outputs['left-behind']).toContain(left);
  expect(stderr).toContain(left);
});

test('a restore that goes on is waited for', () => {
  const { status, calls } = cleanUp([
    { asked: restores, output: restore('Completed', 'InProgress'), times: 2 },
    ...orderly,
  ]);
  expect(status).toBe(0);
  const before = calls.slice(
    0,
    calls.findIndex((call) => call.includes('delete')),
  );
  expect(before.filter((call) => call.includes(restores))).toHaveLength(3);
});

test.each(
  some(
    [namespaces, 'get persistentvolumes', 'get clusterroles', restores].flatMap((asked) => [
      { asked, status: 1 },
      { asked, output: 'half of an ans' },
    ]),
  ),
)('where $asked is not answered, or in half, nothing counts as gone', (answer) => {
  expect(cleanUp([answer, ...orderly]).status).not.toBe(0);
});
