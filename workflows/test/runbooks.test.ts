import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { backup } from '@resilience/velero/kinds/backup';
import { restore } from '@resilience/velero/kinds/restore';
import { expect, test } from 'vitest';

import { synthWorkflows } from '../src/synth.ts';

interface Step {
  readonly resource: {
    readonly manifest: string;
    readonly successCondition: string;
    readonly failureCondition: string;
  };
}

function runbook(name: string): { serviceAccountName: string; templates: [Step] } {
  const found = synthWorkflows(primaryEnvironment()).find(({ metadata }) => metadata.name === name);
  if (!found || !('spec' in found)) throw new Error(`no runbook ${name}`);
  return found.spec as ReturnType<typeof runbook>;
}

const manifestOf = (name: string): object =>
  JSON.parse(runbook(name).templates[0].resource.manifest) as object;

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

test.each(['restore-namespace', 'back-up-on-demand'])(
  '%s fails when anything is missing',
  (name) => {
    expect(runbook(name).templates[0].resource).toMatchObject({
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
