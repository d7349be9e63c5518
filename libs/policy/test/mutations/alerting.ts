import { storage, alert, remove, without, first, type Row } from './plants.ts';

export const alerting: readonly Row[] = [
  [
    'alerting/alarms-reach-somebody',
    'no action',
    storage((r) => delete first(r.aws_cloudwatch_metric_alarm).ok_actions),
  ],
  ['alerting/topics-are-heard', 'nobody', without('aws_sns_topic_subscription')],
  [
    'alerting/missing-data-is-decided',
    'not decided',
    storage((r) => delete first(r.aws_cloudwatch_metric_alarm).treat_missing_data),
  ],
  ['alerting/keys-are-guarded', 'no guard', without('aws_cloudwatch_event_rule')],
  [
    'alerting/replication-is-watched',
    'failures are not',
    storage((r) => delete r.aws_cloudwatch_metric_alarm['replication-alarms_replication-failed']),
  ],
  ['alerting/requests-are-measured', 'no metrics', without('aws_s3_bucket_metric')],
  ['alerting/last-status-is-not-asked', 'asked', alert('velero_backup_last_status != 1')],
  ['alerting/alerts-resolve', 'a counter', alert('velero_backup_failure_total{schedule!=""} > 0')],
  ['alerting/metrics-are-scraped', 'no monitor', remove('velero-monitoring/servicemonitor-velero')],
];
