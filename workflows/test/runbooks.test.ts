import { minutes } from '@resilience/config/duration';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { backup } from '@resilience/velero/kinds/backup';
import { resourceModifiers } from '@resilience/velero/kinds/resource-modifiers';
import { restore } from '@resilience/velero/kinds/restore';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { changeHooks } from '../src/change-hooks.ts';
import { synthWorkflows } from '../src/synth.ts';

interface Template {
  readonly name: string;
  readonly resource?: {
    readonly action: string;
    readonly manifest: string;
    readonly successCondition?: string;
    readonly failureCondition?: string;
  };
  readonly dag?: { readonly tasks: readonly { readonly name: string; readonly when?: string }[] };
}

interface Runbook {
  readonly serviceAccountName: string;
  readonly onExit?: string;
  readonly templates: readonly Template[];
}

function runbook(name: string, environment = primaryEnvironment()): Runbook {
  const found = synthWorkflows(environment).find(
    ({ kind, metadata }) => kind === 'WorkflowTemplate' && metadata.name === name,
  );
  if (!found || !('spec' in found)) throw new Error(`no runbook ${name}`);
  return found.spec as Runbook;
}

function template(name: string, of: string, environment?: Parameters<typeof runbook>[1]): Template {
  const found = runbook(of, environment).templates.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`${of} has no template ${name}`);
  return found;
}

const main = {
  'restore-namespace': 'restore',
  'back-up-on-demand': 'back-up',
  'back-up-before-change': 'back-up',
};

const manifestOf = (name: keyof typeof main, environment = primaryEnvironment()): object =>
  JSON.parse(template(main[name], name, environment).resource?.manifest ?? '') as object;

test('a namespace is restored into another, and what is there is left alone', () => {
  expect(restore.parse(manifestOf('restore-namespace')).spec).toEqual({
    backupName: '{{workflow.parameters.backup}}',
    includedNamespaces: ['{{workflow.parameters.namespace}}'],
    namespaceMapping: {
      '{{workflow.parameters.namespace}}': '{{workflow.parameters.target-namespace}}',
    },
    existingResourcePolicy: 'none',
    restorePVs: true,
  });
});

test('a backup on demand outlives the region and is kept as long as the longest other', () => {
  expect(backup.parse(manifestOf('back-up-on-demand')).spec).toMatchObject({
    snapshotMoveData: true,
    ttl: '720h0m0s',
  });
});

test.each(['restore-namespace', 'back-up-on-demand', 'back-up-before-change'] as const)(
  '%s fails when anything is missing',
  (name) => {
    expect(template(main[name], name).resource).toMatchObject({
      successCondition: 'status.phase == Completed',
      failureCondition: 'status.phase in (Failed, PartiallyFailed, FailedValidation)',
    });
  },
);

test('an environment that writes no backups has no runbook to make one', () => {
  const names = synthWorkflows(replicaEnvironment())
    .filter(({ kind }) => kind === 'WorkflowTemplate')
    .map(({ metadata }) => metadata.name);
  expect(names).toEqual(['restore-namespace']);
});

test('runbooks may create and read backups and restores, and report their result', () => {
  const role = synthWorkflows(primaryEnvironment()).find(({ kind }) => kind === 'Role');
  expect(role).toMatchObject({
    rules: [
      {
        apiGroups: ['argoproj.io'],
        resources: ['workflowtaskresults'],
        verbs: ['create', 'patch'],
      },
      ...['backups', 'restores'].map((resource) => ({
        apiGroups: ['velero.io'],
        resources: [resource],
        verbs: ['create', 'get', 'list', 'watch'],
      })),
    ],
  });
  expect(runbook('restore-namespace').serviceAccountName).toBe(role?.metadata.name);
});

test('ArgoCD is paused before a restore, and goes on whatever became of it', () => {
  const { onExit } = runbook('restore-namespace');
  expect(onExit).toBe('resume-application');
  expect(template('recover', 'restore-namespace').dag?.tasks).toEqual([
    { name: 'pause', template: 'pause-application' },
    { name: 'restore', template: 'restore', depends: 'pause' },
  ]);
  for (const [name, enabled, by] of [
    ['switch-application-off', false, '{{workflow.name}}'],
    ['switch-application-on', true, null],
  ] as const) {
    const { resource } = template(name, 'restore-namespace');
    expect(JSON.parse(resource?.manifest ?? '')).toMatchObject({
      kind: 'Application',
      metadata: { annotations: { 'resilience-layer/paused-by': by } },
      spec: { syncPolicy: { automated: { enabled } } },
    });
  }
});

test('only an application that syncs by itself is paused, and only by whom it was paused it goes on', () => {
  const whenOf = (name: string): (string | undefined)[] =>
    template(name, 'restore-namespace').dag?.tasks.map((task) => task.when) ?? [];
  expect(whenOf('pause-application')).toEqual(["'{{workflow.parameters.application}}' != ''"]);
  expect(whenOf('pause-unless-manual')[1]).toContain("automated != ''");
  expect(whenOf('pause-unless-manual')[1]).toContain("enabled != 'false'");
  expect(whenOf('resume-if-paused')[1]).toContain("['paused-by'] == workflow.name");
});

test('runbooks may look at applications and change them, where those are', () => {
  const role = synthWorkflows(primaryEnvironment()).find(
    ({ kind, metadata }) => kind === 'Role' && metadata.name === 'resilience-runbooks-applications',
  );
  expect(role).toMatchObject({
    metadata: { namespace: 'argocd' },
    rules: [{ apiGroups: ['argoproj.io'], resources: ['applications'], verbs: ['get', 'patch'] }],
  });
});

test('a change is backed up with its ticket and revision, for applications that opted in', () => {
  expect(backup.parse(manifestOf('back-up-before-change'))).toMatchObject({
    metadata: {
      labels: {
        'resilience-layer/ticket': '{{inputs.parameters.ticket}}',
        'resilience-layer/revision': '{{inputs.parameters.revision}}',
      },
    },
    spec: { ttl: '336h0m0s' },
  });
  const [, backUp] = template('back-up-unless-declined', 'back-up-before-change').dag?.tasks ?? [];
  expect(backUp?.when).toBe("'{{tasks.change.outputs.parameters.opt-in}}' == 'enabled'");
});

test('each declared application has a hook that ArgoCD runs before it syncs', () => {
  expect(changeHooks(primaryEnvironment())).toMatchObject([
    {
      application: 'shop-app',
      object: {
        kind: 'Workflow',
        metadata: { annotations: { 'argocd.argoproj.io/hook': 'PreSync' } },
        spec: {
          workflowTemplateRef: { name: 'back-up-before-change' },
          arguments: {
            parameters: [
              { name: 'application', value: 'shop-app' },
              { name: 'namespace', value: 'shop' },
            ],
          },
        },
      },
    },
  ]);
  expect(changeHooks(replicaEnvironment())).toEqual([]);
});

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
