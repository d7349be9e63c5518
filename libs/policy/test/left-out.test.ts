import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { Rendered, type RenderedObject } from '../src/rendered.ts';
import { namespacesLeftOutAreDeclared } from '../src/rules/recovery/namespaces-left-out-are-declared.ts';
import { volumesLeftOutAreDeclared } from '../src/rules/recovery/volumes-left-out-are-declared.ts';
import { terms } from './copy.ts';

const reason = 'It is made anew on each start.';

const declaration = primaryEnvironment((declared) => {
  Object.assign(declared.services, { redis: { notBackedUp: reason } });
  declared.leftOut = [
    { namespaces: 'preview-*', reason },
    { volumes: { storageClass: 'local-path' }, reason },
    { volumes: { claimLabels: { app: 'scratch' } }, reason },
  ];
});

const left = ['preview-*', 'redis', 'velero'];

const schedule = (name: string, template: object): RenderedObject => ({
  file: `schedule-${name}.yaml`,
  place: [],
  kind: 'velero.io/Schedule',
  name,
  value: {
    spec: { schedule: '0 2 * * *', template: { ttl: '1h', ...template } },
    metadata: {},
  },
});

const judgeSchedule = (name: string, template: object): string[] => {
  const object = schedule(name, template);
  const rendered = new Rendered('primary', [object]);
  return namespacesLeftOutAreDeclared
    .judge({ object, rendered, policy: terms.policy, declaration })
    .map(({ message }) => message);
};

test.each([
  ['daily', { includedNamespaces: ['*'], excludedNamespaces: left }, []],
  ['daily', { excludedNamespaces: left }, []],
  ['daily', { excludedNamespaces: [...left, 'preview-7'] }, []],
  ['hourly', { includedNamespaces: ['shop'] }, []],
  [
    'daily',
    { excludedNamespaces: [...left, 'orders'] },
    ['leaves out the namespace orders, and nobody declares that'],
  ],
  [
    'daily',
    { excludedNamespaces: ['velero', 'preview-7'] },
    [
      'backs up the namespace preview-*, against the declaration',
      'backs up the namespace redis, against the declaration',
    ],
  ],
  [
    'daily',
    { includedNamespaces: ['shop'], excludedNamespaces: left },
    ['covers the cluster, and leaves out all namespaces but those that it names'],
  ],
  [
    'hourly',
    { includedNamespaces: ['redis'] },
    [
      'leaves out the namespace shop of a service that it covers',
      'backs up the namespace redis, against the declaration',
    ],
  ],
  [
    'unknown',
    { includedNamespaces: ['shop'], excludedNamespaces: ['orders'] },
    ['leaves out the namespace orders, and nobody declares that'],
  ],
])('the schedule %s with %j', (name, template, messages) => {
  expect(judgeSchedule(name, template)).toEqual(messages);
});

const skip = (...conditions: readonly object[]): object => ({
  version: 'v1',
  volumePolicies: conditions.map((one) => ({ conditions: one, action: { type: 'skip' } })),
});

const judgePolicies = (document: object): string[] => {
  const object: RenderedObject = {
    file: 'configmap.yaml',
    place: [],
    kind: 'v1/ConfigMap',
    name: 'policies',
    value: { data: { 'policies.yaml': JSON.stringify(document) } },
  };
  const by = schedule('daily', { resourcePolicy: { name: 'policies' } });
  const rendered = new Rendered('primary', [object, by]);
  return volumesLeftOutAreDeclared
    .appliesTo(rendered)
    .flatMap((map) =>
      volumesLeftOutAreDeclared.judge({
        object: map,
        rendered,
        policy: terms.policy,
        declaration,
      }),
    )
    .map(({ message }) => message);
};

const cache = { pvcLabels: { role: 'cache', app: 'shop-db' } };
const scratch = { pvcLabels: { app: 'scratch' } };
const local = { storageClass: ['local-path'] };

test.each([
  [[cache, scratch, local], []],
  [
    [cache, scratch, { storageClass: ['local-path', 'gp3'] }],
    ['leaves out the storage class gp3, and nobody declares that'],
  ],
  [
    [cache, scratch, local, { pvcLabels: { app: 'shop-db' } }],
    ['leaves out claims with the labels app=shop-db, and nobody declares that'],
  ],
  [
    [cache, scratch, local, { capacity: '100Gi,' }],
    ['leaves out volumes by {"capacity":"100Gi,"}, and nobody declares that'],
  ],
  [[cache, local], ['backs up claims with the labels app=scratch, against the declaration']],
  [
    [scratch, local],
    ['backs up claims with the labels app=shop-db,role=cache, against the declaration'],
  ],
  [[cache, scratch], ['backs up the storage class local-path, against the declaration']],
])('policies that skip %j', (conditions, messages) => {
  expect(judgePolicies(skip(...conditions))).toEqual(messages);
});
