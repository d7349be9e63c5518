/**
 * The phases of a Backup that is at work, and those of one that has begun and come to an end. One that
 * fails validation never begins.
 *
 * @see https://velero.io/docs/v1.18/api-types/backup/
 */
export const runningPhases = [
  'InProgress',
  'WaitingForPluginOperations',
  'WaitingForPluginOperationsPartiallyFailed',
  'Finalizing',
  'FinalizingPartiallyFailed',
] as const;

export const finishedPhases = ['Completed', 'PartiallyFailed', 'Failed'] as const;

/** The phases of a DataUpload or PodVolumeBackup that is not done; one that nobody has seen has none. */
export const uploadingPhases = [
  '',
  'New',
  'Accepted',
  'Prepared',
  'InProgress',
  'Canceling',
] as const;
