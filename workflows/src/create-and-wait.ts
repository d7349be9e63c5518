import type { Duration } from '@resilience/config/duration';
import type { BackupManifest } from '@resilience/velero/kinds/backup';

import type { Template } from './template.ts';

/**
 * A step that creates a Backup or Restore and waits for its end. PartiallyFailed is a failure:
 * something that was asked for is missing.
 *
 * @param manifest as JSON
 */
export const createAndWait = (name: string, manifest: string): Template => ({
  name,
  resource: {
    action: 'create',
    manifest,
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

/** @param within the longest that the backup may take, waiting for others included */
export const createBackup = (
  name: string,
  manifest: BackupManifest,
  within: Duration,
): Template => ({
  ...createAndWait(name, JSON.stringify(manifest, null, 2)),
  activeDeadlineSeconds: within.seconds,
});
