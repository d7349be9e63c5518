import { approvalLabel } from '@resilience/config/names';

import { createAndWait } from '../create-and-wait.ts';
import { namespace, type Runbook, runbookDefaults } from '../runbook.ts';

/** Restores one namespace from a backup, into itself or, as a rehearsal, into another. */
export const restoreNamespace: Runbook = {
  ...runbookDefaults,
  entrypoint: 'restore',
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
    ],
  },
  templates: [
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
      },
    }),
  ],
};
