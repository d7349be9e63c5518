import {
  created,
  numberOrZero,
  objectName,
  type ResourceState,
  timestamp,
} from './resource-state.ts';

export const cronWorkflowState: ResourceState = {
  groupVersionKind: { group: 'argoproj.io', version: 'v1alpha1', kind: 'CronWorkflow' },
  resourcePlural: 'cronworkflows',
  metricNamePrefix: 'resilience_cron_workflow',
  labelsFromPath: { cron_workflow: objectName },
  metrics: [
    numberOrZero('suspended', 'Whether somebody suspended the drill.', ['spec', 'suspend']),
    timestamp('created_timestamp_seconds', 'When the drill was made.', created),
    timestamp('last_scheduled_timestamp_seconds', 'When the drill was last started.', [
      'status',
      'lastScheduledTime',
    ]),
  ],
};
