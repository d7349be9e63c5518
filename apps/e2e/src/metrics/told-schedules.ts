import { ofVelero, type ToldObject } from './told-object.ts';

const schedule = (name: string, rest: object, status?: object) =>
  ofVelero({
    kind: 'Schedule',
    name,
    spec: { schedule: '0 2 * * *', template: {}, ...rest },
    ...(status && { status }),
  });

const cronWorkflow = (name: string, rest: object, status?: object) =>
  ofVelero(
    {
      kind: 'CronWorkflow',
      name,
      spec: { schedules: ['0 6 * * 1'], workflowSpec: {}, ...rest },
      ...(status && { status }),
    },
    'argoproj.io/v1alpha1',
  );

/** What has to run by itself. */
export const toldSchedules: readonly ToldObject[] = [
  {
    what: 'a schedule that runs',
    object: schedule('daily', {}, { phase: 'Enabled', lastBackup: '2026-06-01T02:00:00Z' }),
    series: [
      'resilience_schedule_paused{schedule="daily"} 0',
      'resilience_schedule_phase{phase="New",schedule="daily"} 0',
      'resilience_schedule_phase{phase="Enabled",schedule="daily"} 1',
      'resilience_schedule_phase{phase="FailedValidation",schedule="daily"} 0',
      'resilience_schedule_created_timestamp_seconds{schedule="daily"} CREATED',
      'resilience_schedule_last_backup_timestamp_seconds{schedule="daily"} 1780279200',
    ],
  },
  {
    what: 'a schedule that somebody paused before it ran',
    object: schedule('weekly', { paused: true }),
    series: [
      'resilience_schedule_paused{schedule="weekly"} 1',
      'resilience_schedule_created_timestamp_seconds{schedule="weekly"} CREATED',
    ],
  },
  {
    what: 'a drill that was started',
    object: cronWorkflow('validation', {}, { lastScheduledTime: '2026-06-01T06:00:00Z' }),
    series: [
      'resilience_cron_workflow_suspended{cron_workflow="validation"} 0',
      'resilience_cron_workflow_created_timestamp_seconds{cron_workflow="validation"} CREATED',
      'resilience_cron_workflow_last_scheduled_timestamp_seconds{cron_workflow="validation"} 1780293600',
    ],
  },
  {
    what: 'a drill that somebody suspended before it was started',
    object: cronWorkflow('namespace-restore', { suspend: true }),
    series: [
      'resilience_cron_workflow_suspended{cron_workflow="namespace-restore"} 1',
      'resilience_cron_workflow_created_timestamp_seconds{cron_workflow="namespace-restore"} CREATED',
    ],
  },
];
