import { primaryEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { namesOf, resource, statement, synthesised } from './synthesised.ts';

const stacks = synthesised(primaryEnvironment());
const both = [
  ['backup-storage', 'eu-west-1'],
  ['backup-replica', 'eu-central-1'],
] as const;

const publishing = [
  ['alarms_policy-document', 'Publish'],
  ['alarms_encryption_key-policy', 'PublishEncrypted'],
] as const;

test.each(both)('%s: alarms and budgets publish for this account alone', (stack) => {
  for (const [document, sid] of publishing) {
    expect(statement(stacks[stack], document, sid)).toMatchObject({
      principals: [
        { type: 'Service', identifiers: ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com'] },
      ],
      condition: [{ variable: 'aws:SourceAccount', values: ['123456789012'] }],
    });
  }
});

test.each(both)('%s: events publish to this topic alone, and name no source', (stack, region) => {
  const [topic, key] = publishing.map(([document, sid]) =>
    statement(stacks[stack], document, `${sid}Events`),
  );
  const events = [{ type: 'Service', identifiers: ['events.amazonaws.com'] }];
  expect(topic).toMatchObject({
    principals: events,
    actions: ['sns:Publish'],
    resources: ['${aws_sns_topic.alarms_topic.arn}'],
  });
  expect(topic?.condition).toBeUndefined();
  expect(key).toMatchObject({
    principals: events,
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    condition: [
      {
        test: 'StringEquals',
        variable: 'kms:EncryptionContext:aws:sns:topicArn',
        values: [`arn:aws:sns:${region}:123456789012:acme-primary-resilience-alarms`],
      },
    ],
  });
});

test.each(both)('%s: an event that cannot be delivered raises an alarm, rule by rule', (stack) => {
  const rules = namesOf(stacks[stack], 'aws_cloudwatch_event_rule');
  expect(rules.length).toBeGreaterThan(3);
  for (const rule of some(rules)) {
    expect(
      resource(stacks[stack], `aws_cloudwatch_metric_alarm.${rule}-undelivered`),
    ).toMatchObject({
      namespace: 'AWS/Events',
      metric_name: 'FailedInvocations',
      dimensions: { RuleName: `\${aws_cloudwatch_event_rule.${rule}.name}` },
      statistic: 'Sum',
      threshold: 0,
      comparison_operator: 'GreaterThanThreshold',
      treat_missing_data: 'notBreaching',
    });
  }
});
