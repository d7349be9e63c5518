import {
  created,
  numberOrZero,
  objectName,
  phases,
  type ResourceState,
  timestamp,
} from './resource-state.ts';

export const scheduleState: ResourceState = {
  groupVersionKind: { group: 'velero.io', version: 'v1', kind: 'Schedule' },
  resourcePlural: 'schedules',
  metricNamePrefix: 'resilience_schedule',
  labelsFromPath: { schedule: objectName },
  metrics: [
    numberOrZero('paused', 'Whether somebody paused the schedule.', ['spec', 'paused']),
    phases('Whether Velero runs the schedule.', ['New', 'Enabled', 'FailedValidation']),
    timestamp('created_timestamp_seconds', 'When the schedule was made.', created),
    timestamp('last_backup_timestamp_seconds', 'When the schedule last made a backup.', [
      'status',
      'lastBackup',
    ]),
  ],
};
