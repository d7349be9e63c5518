import { backupRepositoryState } from './backup-repository.ts';
import { backupStorageLocationState } from './backup-storage-location.ts';
import { backupState } from './backup.ts';
import { cronWorkflowState } from './cron-workflow.ts';
import { dataUploadState } from './data-upload.ts';
import { podVolumeBackupState } from './pod-volume-backup.ts';
import type { ResourceState } from './resource-state.ts';
import { restoreState } from './restore.ts';
import { scheduleState } from './schedule.ts';

/** Every kind whose objects kube-state-metrics looks at. */
export const objectStates: readonly ResourceState[] = [
  backupState,
  backupStorageLocationState,
  backupRepositoryState,
  scheduleState,
  dataUploadState,
  podVolumeBackupState,
  restoreState,
  cronWorkflowState,
];
