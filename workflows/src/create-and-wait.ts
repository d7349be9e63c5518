import type { BackupManifest } from '@resilience/velero/kinds/backup';
import type { RestoreManifest } from '@resilience/velero/kinds/restore';

import type { Runbook } from './runbook.ts';

/**
 * A step that creates a Backup or Restore and waits for its end. PartiallyFailed is a failure:
 * something that was asked for is missing.
 */
export const createAndWait = (
  name: string,
  manifest: BackupManifest | RestoreManifest,
): NonNullable<Runbook['templates']>[number] => ({
  name,
  resource: {
    action: 'create',
    manifest: JSON.stringify(manifest, null, 2),
    successCondition: 'status.phase == Completed',
    failureCondition: 'status.phase in (Failed, PartiallyFailed, FailedValidation)',
  },
  outputs: {
    parameters: [
      { name: 'name', valueFrom: { jsonPath: '{.metadata.name}' } },
      { name: 'phase', valueFrom: { jsonPath: '{.status.phase}' } },
    ],
  },
});
