import {
  created,
  info,
  objectName,
  phase,
  type ResourceState,
  timestamp,
} from './resource-state.ts';

const state = { phase, node: ['status', 'node'] };

export const dataUploadState: ResourceState = {
  groupVersionKind: { group: 'velero.io', version: 'v2alpha1', kind: 'DataUpload' },
  resourcePlural: 'datauploads',
  metricNamePrefix: 'resilience_data_upload',
  labelsFromPath: {
    data_upload: objectName,
    backup: ['metadata', 'labels', 'velero.io/backup-name'],
  },
  metrics: [
    info('The copy of a snapshot to the bucket.', 'data_upload', state),
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
