import { minutes } from '@resilience/config/duration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { resourceModifiers } from '@resilience/velero/kinds/resource-modifiers';
import { restore } from '@resilience/velero/kinds/restore';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { synthWorkflows } from '../src/synth.ts';
import { manifestOf } from './synthesised.ts';

const rehearsing = primaryEnvironment((declaration) => {
  declaration.restores = {
    objects: 'changed',
    storageClass: 'gp3',
    ingressClass: 'rehearsal',
    ingressHosts: [{ namespace: 'shop', ingress: 'web', host: 'shop.test.example' }],
    workloads: 'stopped',
  };
});

test('restored objects are changed where that is declared, and nowhere else', () => {
  const map = synthWorkflows(rehearsing).find(({ kind }) => kind === 'ConfigMap');
  const data: unknown = Reflect.get(map ?? {}, 'data');
  const rules = resourceModifiers.parse(parse(Reflect.get(data ?? {}, 'modifiers.yaml')));
  expect(
    rules.resourceModifierRules.map(({ conditions, mergePatches, patches }) => [
      conditions.groupResource,
      mergePatches?.[0]?.patchData ?? patches?.[0],
    ]),
  ).toEqual([
    ['persistentvolumeclaims', '{"spec":{"storageClassName":"gp3"}}'],
    ['ingresses.networking.k8s.io', '{"spec":{"ingressClassName":"rehearsal"}}'],
    [
      'ingresses.networking.k8s.io',
      { operation: 'replace', path: '/spec/rules/0/host', value: 'shop.test.example' },
    ],
    ['deployments.apps', '{"spec":{"replicas":0}}'],
    ['statefulsets.apps', '{"spec":{"replicas":0}}'],
    ['cronjobs.batch', '{"spec":{"suspend":true}}'],
  ]);
  expect(restore.parse(manifestOf('restore-namespace', rehearsing)).spec.resourceModifier).toEqual({
    kind: 'configmap',
    name: map?.metadata.name,
  });
  expect(restore.parse(manifestOf('restore-namespace')).spec.resourceModifier).toBeUndefined();
  expect(synthWorkflows(primaryEnvironment()).some(({ kind }) => kind === 'ConfigMap')).toBe(false);
});

test('services run their hooks after a restore, and none before', () => {
  const withHook = primaryEnvironment(({ services }) => {
    services['shop']?.hooks.push({
      kind: 'command',
      name: 'reindex',
      workload: 'shop-db',
      container: 'postgres',
      when: 'after-restore',
      command: ['reindexdb', '--all'],
      timeout: minutes(5),
      onError: 'fail',
    });
  });
  expect(restore.parse(manifestOf('restore-namespace', withHook)).spec.hooks?.resources).toEqual([
    {
      name: 'shop-reindex',
      includedResources: ['pods'],
      labelSelector: { matchLabels: { app: 'shop-db' } },
      postHooks: [
        {
          exec: {
            container: 'postgres',
            command: ['reindexdb', '--all'],
            onError: 'Fail',
            execTimeout: '5m0s',
            waitForReady: true,
          },
        },
      ],
    },
  ]);
  expect(restore.parse(manifestOf('restore-namespace')).spec.hooks).toBeUndefined();
});
