import { info, objectName, phase, type ResourceState, timestamp } from './resource-state.ts';

export const restoreState: ResourceState = {
  groupVersionKind: { group: 'velero.io', version: 'v1', kind: 'Restore' },
  resourcePlural: 'restores',
  metricNamePrefix: 'resilience_restore',
  labelsFromPath: {
    restore: objectName,
    backup: ['spec', 'backupName'],
    schedule: ['spec', 'scheduleName'],
  },
  metrics: [
    info('A restore.', 'restore', { phase }),
    timestamp('start_timestamp_seconds', 'When the restore began.', ['status', 'startTimestamp'], {
      phase,
    }),
    timestamp(
      'completion_timestamp_seconds',
      'When the restore ended, well or not.',
      ['status', 'completionTimestamp'],
      { phase },
    ),
  ],
};
