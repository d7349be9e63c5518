import type { Edited } from '../copy.ts';
import { alert, first, manifest, remove, storage, without, type Row } from './plants.ts';

const failed = (change: (rule: Edited) => void) =>
  manifest('resilience-alerts/prometheusrule-resilience-backup-failed', ({ spec }) =>
    change(spec.groups[0].rules[0]),
  );
const monitor = (name: string, change: (spec: Edited) => void) =>
  manifest(`velero-monitoring/${name}`, ({ spec }) => change(spec));

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
  [
    'alerting/events-reach-their-topic',
    'the topic takes no events',
    storage((_, { aws_iam_policy_document: documents }) =>
      documents['alarms_policy-document'].statement.pop(),
    ),
  ],
  [
    'alerting/events-reach-their-topic',
    'its key encrypts no events',
    storage((_, { aws_iam_policy_document: documents }) =>
      documents['alarms_encryption_key-policy'].statement.pop(),
    ),
  ],
  [
    'alerting/events-reach-their-topic',
    'its key encrypts events of another topic',
    storage((_, { aws_iam_policy_document: documents }) => {
      const events = documents['alarms_encryption_key-policy'].statement.at(-1);
      events.condition[0].values = ['arn:aws:sns:us-east-1:444455556666:another'];
    }),
  ],
  [
    'alerting/events-reach-their-topic',
    'a role for an encrypted topic',
    storage((r) => {
      first(r.aws_cloudwatch_event_target).role_arn = 'arn:aws:iam::444455556666:role/events';
    }),
  ],
  [
    'alerting/lost-events-are-seen',
    'no alarm',
    storage((r) => delete r.aws_cloudwatch_metric_alarm['guard_key-in-danger-undelivered']),
  ],
  [
    'alerting/lost-events-are-seen',
    'another rule',
    storage((r) => {
      const alarms = r.aws_cloudwatch_metric_alarm;
      alarms['notice_break-glass-used-undelivered'].dimensions.RuleName =
        '${aws_cloudwatch_event_rule.guard_key-in-danger.name}';
    }),
  ],
  [
    'alerting/lost-events-are-seen',
    'a threshold above one',
    storage(
      (r) => (r.aws_cloudwatch_metric_alarm['guard_key-in-danger-undelivered'].threshold = 1),
    ),
  ],
  ['alerting/keys-are-guarded', 'no guard', without('aws_cloudwatch_event_rule')],
  [
    'alerting/keys-are-guarded',
    'no end',
    storage((r) => {
      for (const purpose of ['backups', 'password', 'volumes']) {
        delete r.aws_cloudwatch_event_rule[`guard_key-given-back-${purpose}`];
      }
    }),
  ],
  [
    'alerting/replication-is-watched',
    'failures are not',
    storage((r) => delete r.aws_cloudwatch_metric_alarm['replication-alarms_replication-failed']),
  ],
  ['alerting/requests-are-measured', 'no metrics', without('aws_s3_bucket_metric')],
  ['alerting/last-status-is-not-asked', 'asked', alert('velero_backup_last_status != 1')],
  ['alerting/alerts-resolve', 'a counter', alert('velero_backup_failure_total{schedule!=""} > 0')],
  [
    'alerting/alerts-are-explained',
    'no page',
    failed((rule) => delete rule.annotations.runbook_url),
  ],
  [
    'alerting/alerts-are-explained',
    'the page of another',
    failed((rule) => (rule.alert = 'BackupLost')),
  ],
  [
    'alerting/alerts-are-explained',
    'no summary',
    failed((rule) => (rule.annotations.summary = '')),
  ],
  ['alerting/alerts-are-routed', 'a new word', failed((rule) => (rule.labels.severity = 'page'))],
  ['alerting/alerts-are-routed', 'no owner', failed((rule) => delete rule.labels.owner)],
  [
    'alerting/alerts-are-routed',
    'another environment',
    failed((rule) => (rule.labels.environment = 'staging')),
  ],
  [
    'alerting/watchdog-is-awake',
    'asleep',
    remove('resilience-alerts/prometheusrule-resilience-watchdog'),
  ],
  [
    'alerting/watchdog-is-awake',
    'may stop',
    manifest('resilience-alerts/prometheusrule-resilience-watchdog', ({ spec }) => {
      spec.groups[0].rules[0].expr = 'up == 1';
    }),
  ],
  ['alerting/metrics-are-scraped', 'no monitor', remove('velero-monitoring/servicemonitor-velero')],
  ['alerting/metrics-are-scraped', 'agents', remove('velero-monitoring/podmonitor-node-agent')],
  [
    'alerting/metrics-are-scraped',
    'another port',
    monitor('servicemonitor-velero', ({ endpoints }) => (endpoints[0].port = 'http')),
  ],
  [
    'alerting/metrics-are-scraped',
    'another name',
    manifest('velero-server/service-velero', ({ metadata }) => (metadata.labels = {})),
  ],
  [
    'alerting/monitors-carry-the-labels',
    'no release',
    manifest('velero-monitoring/podmonitor-node-agent', (all) => delete all.metadata.labels),
  ],
  [
    'alerting/monitors-carry-the-labels',
    'another release',
    manifest('velero-monitoring/servicemonitor-velero', ({ metadata }) => {
      metadata.labels.release = 'prometheus';
    }),
  ],
  [
    'alerting/scrapes-get-through',
    'no way in',
    remove('velero-network/networkpolicy-exporters-from-prometheus'),
  ],
  [
    'alerting/scrapes-get-through',
    'another port',
    manifest('velero-network/networkpolicy-metrics-from-prometheus', ({ spec }) => {
      spec.ingress[0].ports[0].port = 8086;
    }),
  ],
  [
    'alerting/objects-may-be-read',
    'a kind is missing',
    manifest('resilience-exporters/role-resilience-object-state', ({ rules }) =>
      rules[0].resources.shift(),
    ),
  ],
  [
    'alerting/objects-may-be-read',
    'no watch',
    manifest('resilience-exporters/role-resilience-object-state', ({ rules }) => {
      rules[1].verbs = ['list'];
    }),
  ],
  [
    'alerting/objects-may-be-read',
    'no binding',
    remove('resilience-exporters/rolebinding-resilience-object-state'),
  ],
];
