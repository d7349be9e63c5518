import { type Duration, goDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { backupServiceAccount } from '@resilience/config/names';

import { createBackup } from '../create-and-wait.ts';
import { namespace, type Runbook, workflowDefaults } from '../runbook.ts';

/**
 * Backs one namespace up, with copies of its volumes that outlive the region.
 *
 * @param retention how long the backup is kept
 */
export const backUpOnDemand = ({ workflows }: Environment, retention: Duration): Runbook => ({
  ...workflowDefaults(backupServiceAccount),
  entrypoint: 'back-up',
  arguments: { parameters: [{ name: 'namespace', description: 'Namespace to back up' }] },
  templates: [
    createBackup(
      'back-up',
      {
        apiVersion: 'velero.io/v1',
        kind: 'Backup',
        metadata: { generateName: 'on-demand-', namespace },
        spec: {
          includedNamespaces: ['{{workflow.parameters.namespace}}'],
          storageLocation: 'default',
          volumeSnapshotLocations: ['default'],
          ttl: goDuration(retention),
          snapshotVolumes: true,
          snapshotMoveData: true,
          defaultVolumesToFsBackup: false,
        },
      },
      workflows.recoveryBudget,
    ),
  ],
});
