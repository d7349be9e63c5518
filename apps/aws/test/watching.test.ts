import { hours } from '@resilience/config/duration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { namesOf, resource, synthesised } from './synthesised.ts';

const stacks = synthesised(primaryEnvironment());
const both = [
  ['backup-storage', 'eu-west-1'],
  ['backup-replica', 'eu-central-1'],
] as const;

const alarmsOn = (namespace: string, stack: string): string[] =>
  namesOf(stacks[stack], 'aws_cloudwatch_metric_alarm').filter(
    (name) =>
      Reflect.get(resource(stacks[stack], `aws_cloudwatch_metric_alarm.${name}`), 'namespace') ===
      namespace,
  );

test('each metric is watched in the region that S3 publishes it in', () => {
  expect(alarmsOn('AWS/S3', 'backup-storage')).toEqual([
    'bucket-alarms_client-errors',
    'bucket-alarms_server-errors',
    'replication-alarms_replication-failed',
  ]);
  expect(alarmsOn('AWS/S3', 'backup-replica')).toEqual([
    'replica-alarms_client-errors',
    'replica-alarms_server-errors',
    'replication-alarms_replication-latency',
    'replication-alarms_replication-pending',
  ]);
});

test('the replica may be as late as declared, and silence is late, too', () => {
  expect(
    resource(
      stacks['backup-replica'],
      'aws_cloudwatch_metric_alarm.replication-alarms_replication-latency',
    ),
  ).toMatchObject({
    namespace: 'AWS/S3',
    metric_name: 'ReplicationLatency',
    dimensions: {
      SourceBucket: 'acme-primary-backups-eu-west-1',
      DestinationBucket: 'acme-primary-backups-eu-central-1',
      RuleId: 'disaster-recovery',
    },
    threshold: 900,
    comparison_operator: 'GreaterThanThreshold',
    treat_missing_data: 'breaching',
  });
});

test('the replica catches up between backups, however long one may take', () => {
  const pending = 'aws_cloudwatch_metric_alarm.replication-alarms_replication-pending';
  expect(resource(stacks['backup-replica'], pending)).toMatchObject({
    statistic: 'Minimum',
    period: 3600,
    evaluation_periods: 2,
  });
  const slower = synthesised(
    primaryEnvironment(({ schedules }) => {
      if (schedules['daily']) schedules['daily'].durationBudget = hours(4);
    }),
  );
  expect(resource(slower['backup-replica'], pending)).toMatchObject({ evaluation_periods: 5 });
});

test('an object that cannot be replicated is told at once, and silence is fine', () => {
  expect(
    resource(
      stacks['backup-storage'],
      'aws_cloudwatch_metric_alarm.replication-alarms_replication-failed',
    ),
  ).toMatchObject({
    metric_name: 'OperationsFailedReplication',
    statistic: 'Sum',
    threshold: 0,
    evaluation_periods: 1,
    treat_missing_data: 'notBreaching',
  });
});

test.each([
  ['backup-storage', 'backups', 'bucket-alarms', 'eu-west-1'],
  ['backup-replica', 'replica', 'replica-alarms', 'eu-central-1'],
])('%s counts its requests, and watches the share that fails', (stack, id, alarms, region) => {
  expect(resource(stacks[stack], `aws_s3_bucket_metric.${id}_request-metrics`)).toMatchObject({
    name: 'EntireBucket',
  });
  for (const [alarm, metric] of [
    ['client-errors', '4xxErrors'],
    ['server-errors', '5xxErrors'],
  ]) {
    expect(resource(stacks[stack], `aws_cloudwatch_metric_alarm.${alarms}_${alarm}`)).toMatchObject(
      {
        metric_name: metric,
        statistic: 'Average',
        dimensions: { BucketName: `acme-primary-backups-${region}`, FilterId: 'EntireBucket' },
      },
    );
  }
});

test.each(both)('%s tells its topic when an alarm begins and when it ends', (stack) => {
  for (const alarm of some(namesOf(stacks[stack], 'aws_cloudwatch_metric_alarm'))) {
    expect(resource(stacks[stack], `aws_cloudwatch_metric_alarm.${alarm}`)).toMatchObject({
      alarm_actions: ['${aws_sns_topic.alarms_topic.arn}'],
      ok_actions: ['${aws_sns_topic.alarms_topic.arn}'],
    });
  }
});

test.each(both)('%s: the topic is encrypted, and people are told without the cluster', (stack) => {
  expect(resource(stacks[stack], 'aws_sns_topic.alarms_topic')).toMatchObject({
    kms_master_key_id: '${aws_kms_key.alarms_encryption_key.arn}',
  });
  expect(resource(stacks[stack], 'aws_sns_topic_subscription.alarms_subscription-1')).toMatchObject(
    { protocol: 'email', endpoint: 'on-call@acme.example' },
  );
});

const patternOf = (stack: string, rule: string): unknown =>
  JSON.parse(
    Reflect.get(resource(stacks[stack], `aws_cloudwatch_event_rule.${rule}`), 'event_pattern'),
  );

const arnsOf = (keys: readonly string[]): object => ({
  ARN: keys.map((key) => `\${aws_kms_key.${key}_encryption_key.arn}`),
});

test.each([
  ['backup-storage', ['backups', 'password', 'volumes']],
  ['backup-replica', ['replica', 'password', 'archive', 'volumes']],
])('%s reports whoever weakens a key, or tries to take it away', (stack, keys) => {
  expect(patternOf(stack, 'guard_key-in-danger')).toMatchObject({
    source: ['aws.kms'],
    detail: {
      resources: arnsOf(keys),
      $or: [
        { eventName: ['DisableKeyRotation', 'PutKeyPolicy'] },
        { eventName: ['DisableKey', 'ScheduleKeyDeletion'], errorCode: [{ exists: true }] },
      ],
    },
  });
});

test.each([
  ['backup-storage', 'backups', 'backups'],
  ['backup-storage', 'password', 'password'],
  ['backup-storage', 'volumes', 'volumes'],
  ['backup-replica', 'backups', 'replica'],
  ['backup-replica', 'archive', 'archive'],
  ['backup-replica', 'password', 'password'],
  ['backup-replica', 'volumes', 'volumes'],
])('%s tells when the key of the %s is taken away, and when it is back', (stack, purpose, key) => {
  const calls = [
    ['taken-away', ['DisableKey', 'ScheduleKeyDeletion']],
    ['given-back', ['EnableKey']],
  ] as const;
  for (const [what, eventName] of calls) {
    const rule = `guard_key-${what}-${purpose}`;
    expect(resource(stacks[stack], `aws_cloudwatch_event_rule.${rule}`)).toMatchObject({
      name: `acme-primary-${purpose}-key-${what}`,
    });
    expect(patternOf(stack, rule)).toMatchObject({
      detail: { resources: arnsOf([key]), eventName, errorCode: [{ exists: false }] },
    });
    expect(resource(stacks[stack], `aws_cloudwatch_event_target.${rule}-target`)).toMatchObject({
      arn: '${aws_sns_topic.alarms_topic.arn}',
    });
  }
});

test.each(both)('%s reports who breaks the glass', (stack) => {
  expect(patternOf(stack, 'notice_break-glass-used')).toMatchObject({
    source: ['aws.sts'],
    detail: {
      requestParameters: { roleArn: ['arn:aws:iam::123456789012:role/acme-primary-break-glass'] },
    },
  });
});

test('the budget is the declared one, for what carries the tag of the environment', () => {
  expect(resource(stacks['backup-storage'], 'aws_budgets_budget.budget_monthly')).toMatchObject({
    limit_amount: '100',
    limit_unit: 'USD',
    cost_filter: [{ name: 'TagKeyValue', values: ['user:resilience-environment$primary'] }],
    notification: [
      { notification_type: 'ACTUAL', threshold: 80 },
      { notification_type: 'ACTUAL', threshold: 100 },
      { notification_type: 'FORECASTED', threshold: 100 },
    ],
  });
});
