import { expect, test } from 'vitest';

import { runScript } from './run-script.ts';

const prepare = (found: unknown = '', targets = '["drill-shop-1"]') =>
  runScript('prepare-target', {
    env: { TARGETS: targets, WORKFLOW: 'drill-x-1', DRILL: 'x', GIBIBYTES: '15' },
    kubectl: [
      { asked: 'get namespace drill-shop-1', output: found },
      { asked: 'create --filename -' },
      { asked: 'apply --server-side' },
      { asked: 'get networkpolicy deny-all' },
    ],
  });

interface List {
  readonly items: readonly {
    readonly kind: string;
    readonly metadata: { readonly name: string; readonly namespace: string };
    readonly spec: object;
  }[];
}

test('the namespace is made, labelled, closed and bounded', () => {
  const { status, sent } = prepare();
  expect(status).toBe(0);
  const [namespace = '', list = ''] = sent;
  expect(JSON.parse(namespace)).toMatchObject({
    kind: 'Namespace',
    metadata: {
      name: 'drill-shop-1',
      labels: { 'resilience-layer/workflow': 'drill-x-1', 'resilience-layer/drill': 'x' },
    },
  });
  const { items } = JSON.parse(list) as List;
  expect(items.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual([
    'NetworkPolicy/deny-all',
    'NetworkPolicy/within-the-namespace',
    'NetworkPolicy/names',
    'ResourceQuota/drill',
  ]);
  expect(items.every(({ metadata }) => metadata.namespace === 'drill-shop-1')).toBe(true);
  expect(items[0]?.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  expect(items[3]?.spec).toMatchObject({
    hard: { 'requests.storage': '15Gi', 'services.loadbalancers': '0' },
  });
});

test('a second time it is not made again', () => {
  const mine = { metadata: { labels: { 'resilience-layer/workflow': 'drill-x-1' } } };
  const { status, calls } = prepare(mine);
  expect(status).toBe(0);
  expect(calls.some((call) => call.startsWith('kubectl create'))).toBe(false);
});

test.each([
  ['another workflow', { metadata: { labels: { 'resilience-layer/workflow': 'drill-y-2' } } }],
  ['nobody', { metadata: { name: 'drill-shop-1' } }],
])('a namespace of %s is left alone', (_, found) => {
  const { status, sent } = prepare(found);
  expect([status, sent]).toEqual([1, []]);
});

test('a namespace that is no drill’s is not even looked at', () => {
  const { status, calls, stderr } = prepare('', '["shop"]');
  expect([status, calls]).toEqual([1, []]);
  expect(stderr).toContain('shop is not a namespace of a drill');
});

test('targets that cannot be read are not none', () => {
  expect(prepare('', '["drill-sh').status).not.toBe(0);
});
