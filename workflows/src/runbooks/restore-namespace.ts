import type { Environment } from '@resilience/config/environment';
import { approvalLabel } from '@resilience/config/names';

import { createAndWait } from '../create-and-wait.ts';
import { pause, pausedApplication, resume } from '../paused-application.ts';
import { restoreHooks } from '../restore-hooks.ts';
import { restoreModifier } from '../restore-modifier.ts';
import { namespace, type Runbook, runbookDefaults } from '../runbook.ts';

/** Restores one namespace from a backup, into itself or, as a rehearsal, into another. */
export const restoreNamespace = (environment: Environment): Runbook => ({
  ...runbookDefaults,
  entrypoint: 'recover',
  onExit: resume,
  arguments: {
    parameters: [
      { name: 'backup', description: 'Name of a completed backup' },
      { name: 'namespace', description: 'Namespace in the backup' },
      { name: 'target-namespace', description: 'Namespace to restore into' },
      {
        name: 'approved-by',
        description: 'Who approved it; needed for a protected namespace',
        value: '',
      },
      {
        name: 'application',
        description: 'Application of ArgoCD that deploys the target and is paused meanwhile',
        value: '',
      },
    ],
  },
  templates: [
    {
      name: 'recover',
      dag: {
        tasks: [
          { name: 'pause', template: pause },
          { name: 'restore', template: 'restore', depends: 'pause' },
        ],
      },
    },
    createAndWait('restore', {
      apiVersion: 'velero.io/v1',
      kind: 'Restore',
      metadata: {
        generateName: 'restore-namespace-',
        namespace,
        labels: { [approvalLabel]: '{{workflow.parameters.approved-by}}' },
      },
      spec: {
        backupName: '{{workflow.parameters.backup}}',
        includedNamespaces: ['{{workflow.parameters.namespace}}'],
        namespaceMapping: {
          '{{workflow.parameters.namespace}}': '{{workflow.parameters.target-namespace}}',
        },
        existingResourcePolicy: 'none',
        restorePVs: true,
        ...restoreModifier(environment),
        ...restoreHooks(environment),
      },
    }),
    ...pausedApplication(environment.gitops.namespace),
  ],
});
