import { minutes } from '@resilience/config/duration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { resourceModifiers } from '@resilience/velero/kinds/resource-modifiers';
import { restore } from '@resilience/velero/kinds/restore';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { synthWorkflows } from '../src/synth.ts';
import { play } from './interpreter/play.ts';
import { fine } from './interpreter/worlds.ts';
import { configMap } from './synthesised.ts';

const rehearsing = primaryEnvironment((declaration) => {
  declaration.restores = {
    objects: 'changed',
    storageClass: 'gp3',
    ingressClass: 'rehearsal',
    ingressHosts: [{ namespace: 'shop', ingress: 'web', host: 'shop.test.example' }],
    workloads: 'stopped',
  };
});

/** The Restore that a run creates. */
function restored(run: string, environment = primaryEnvironment()) {
  const { ran } = play(synthWorkflows(environment), run, fine);
  const { manifest } = ran.find(({ step }) => step === 'restore-critical') ?? {};
  return restore.parse(JSON.parse(manifest ?? ''));
}

const changes = (name: string, environment = primaryEnvironment()) => {
  const data = configMap(synthWorkflows(environment), name);
  return resourceModifiers
    .parse(parse(data?.['modifiers.yaml'] ?? ''))
    .resourceModifierRules.map(({ conditions, mergePatches, patches }) => [
      conditions.groupResource,
      mergePatches?.[0]?.patchData ?? patches?.[0],
    ]);
};

test('a drill restores into a namespace of its own, and what is there is left alone', () => {
  expect(restored('drill-validation')).toEqual({
    apiVersion: 'velero.io/v1',
    kind: 'Restore',
    metadata: {
      name: 'drill-validation-1764057600-1',
      namespace: 'velero',
      labels: { 'resilience-layer/workflow': 'drill-validation-1764057600' },
    },
    spec: {
      backupName: 'hourly-20261125051500',
      includedNamespaces: ['shop'],
      excludedNamespaces: [],
      includedResources: ['*'],
      labelSelector: { matchLabels: {} },
      namespaceMapping: { shop: 'drill-shop-1' },
      existingResourcePolicy: 'none',
      restorePVs: true,
      resourceModifier: { kind: 'configmap', name: 'restore-modifiers-isolated' },
    },
  });
});

test('a recovery restores to where it was, with the names of the two who approved', () => {
  const { metadata, spec } = restored('restore-namespace');
  expect(metadata.labels).toMatchObject({
    'resilience-layer/approved-by': 'bob',
    'resilience-layer/second-approval-by': 'carol',
  });
  expect(spec).toMatchObject({ existingResourcePolicy: 'none', includeClusterResources: null });
  expect(spec.namespaceMapping).toBeUndefined();
  expect(restored('restore-cluster').spec.includeClusterResources).toBe(true);
});

test('recovered objects are changed where that is declared, and nowhere else', () => {
  expect(changes('restore-modifiers', rehearsing)).toEqual([
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
  expect(restored('restore-namespace', rehearsing).spec.resourceModifier).toEqual({
    kind: 'configmap',
    name: 'restore-modifiers',
  });
  expect(restored('restore-namespace').spec.resourceModifier).toBeUndefined();
  expect(configMap(synthWorkflows(primaryEnvironment()), 'restore-modifiers')).toBeUndefined();
});

test('what a drill restores runs, fits the cluster, and reaches nobody', () => {
  const isolated = changes('restore-modifiers-isolated', rehearsing);
  expect(isolated.map(([kind]) => kind)).toEqual([
    'persistentvolumeclaims',
    'cronjobs.batch',
    'ingresses.networking.k8s.io',
    'services',
    'serviceaccounts',
  ]);
  const patches = Object.fromEntries(
    isolated.map(([kind, patch]) => [kind, JSON.parse(patch as string) as object]),
  );
  expect(patches).toMatchObject({
    'cronjobs.batch': { spec: { suspend: true } },
    'ingresses.networking.k8s.io': {
      metadata: { annotations: null },
      spec: { tls: null, rules: [{ host: 'restored.invalid' }] },
    },
    services: { spec: { type: 'ClusterIP', externalName: null } },
    serviceaccounts: { metadata: { annotations: { 'eks.amazonaws.com/role-arn': null } } },
  });
  expect(changes('restore-modifiers-isolated').map(([kind]) => kind)).toEqual(
    isolated.map(([kind]) => kind).slice(1),
  );
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
  expect(restored('restore-namespace', withHook).spec.hooks?.resources).toEqual([
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
  expect(restored('restore-namespace').spec.hooks).toBeUndefined();
});
