import { deepEqual, ok } from 'node:assert/strict';

import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import {
  ListRulesCommand,
  type ListRulesCommandOutput,
  ListTargetsByRuleCommand,
} from '@aws-sdk/client-eventbridge';
import { GetTopicAttributesCommand, ListSubscriptionsByTopicCommand } from '@aws-sdk/client-sns';
import { type Environment, ownsBucket } from '@resilience/config/environment';
import { alarmTopic, alarmTopicArn } from '@resilience/config/names';

import { regionsOf } from '../buckets.ts';
import type { Expectation } from '../expectation.ts';

export const alarmsReachPeople: Expectation = {
  what: 'every alarm and event goes to an encrypted topic, and from there to the declared people',
  check: async (environment, aws) => {
    if (!ownsBucket(environment)) return;
    const topic = alarmTopic(environment);
    for (const region of regionsOf(environment)) {
      const { cloudwatch, events, sns } = aws(region);
      const TopicArn = alarmTopicArn(environment, region);
      const attributes = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
      ok(attributes.Attributes?.['KmsMasterKeyId']?.includes(`:kms:${region}:`), region);
      const subscribed = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
      deepEqual(
        subscribed.Subscriptions?.map(({ Endpoint }) => Endpoint).toSorted(),
        environment.notifications.withoutCluster.toSorted(),
      );
      const { MetricAlarms = [] } = await cloudwatch.send(
        new DescribeAlarmsCommand({ AlarmNamePrefix: topic }),
      );
      ok(MetricAlarms.length >= 2, `${MetricAlarms.length} alarms in ${region}`);
      for (const alarm of MetricAlarms) {
        deepEqual([alarm.AlarmActions, alarm.OKActions], [[TopicArn], [TopicArn]]);
      }
      const { Rules = [] }: ListRulesCommandOutput = await events.send(
        new ListRulesCommand({ NamePrefix: prefixOf(environment) }),
      );
      ok(Rules.length >= 4, `${Rules.length} rules in ${region}`);
      deepEqual(
        new Set(
          MetricAlarms.filter(({ MetricName }) => MetricName === 'FailedInvocations').map(
            ({ Dimensions }) => Dimensions?.[0]?.Value,
          ),
        ),
        new Set(Rules.map(({ Name }) => Name)),
      );
      for (const { Name: Rule } of Rules) {
        const { Targets } = await events.send(new ListTargetsByRuleCommand({ Rule }));
        deepEqual(
          Targets?.map(({ Arn }) => Arn),
          [TopicArn],
        );
      }
    }
  },
};

/** What the names of everything begin with that is made for an environment. */
const prefixOf = ({ organisation, name }: Environment): string => `${organisation}-${name}-`;
