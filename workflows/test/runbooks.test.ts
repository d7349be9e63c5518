import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { backup } from '@resilience/velero/kinds/backup';
import { restore } from '@resilience/velero/kinds/restore';
import { expect, test } from 'vitest';

import { synthWorkflows } from '../src/synth.ts';
import { main, manifestOf, runbook, template } from './synthesised.ts';

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

const whenOf = (name: string): (string | undefined)[] =>
  template(name, 'restore-namespace').dag?.tasks.map((task) => task.when) ?? [];

test('only an application that syncs by itself is paused, and only by whom it was paused it goes on', () => {
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
