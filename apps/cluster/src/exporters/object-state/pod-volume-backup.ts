import {
  created,
  info,
  objectName,
  phase,
  type ResourceState,
  timestamp,
} from './resource-state.ts';

const state = { phase, node: ['spec', 'node'] };

export const podVolumeBackupState: ResourceState = {
  groupVersionKind: { group: 'velero.io', version: 'v1', kind: 'PodVolumeBackup' },
  resourcePlural: 'podvolumebackups',
  metricNamePrefix: 'resilience_pod_volume_backup',
  labelsFromPath: {
    pod_volume_backup: objectName,
    backup: ['metadata', 'labels', 'velero.io/backup-name'],
  },
  metrics: [
    info('The copy of the files of a volume to the bucket.', 'pod_volume_backup', state),
    timestamp(
      'created_timestamp_seconds',
      'When the copy was asked for; one that waits has not started.',
      created,
      state,
    ),
    timestamp(
      'start_timestamp_seconds',
      'When the copy began.',
      ['status', 'startTimestamp'],
      state,
    ),
  ],
};
