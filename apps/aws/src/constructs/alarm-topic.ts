import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target/index.js';
import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js';
import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic/index.js';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy/index.js';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription/index.js';
import type { Environment } from '@resilience/config/environment';
import { alarmTopic, alarmTopicArn } from '@resilience/config/names';
import { hasBudgets } from '@resilience/config/regions';
import { Construct } from 'constructs';

import { alarmCost, notificationCost } from '../costs.ts';
import { explain } from '../explain.ts';
import { ofAccount, useKeyOfTopic, useKeyOfTopicForEvents } from '../policies/key.ts';
import { eventBridge, grant } from '../policies/statement.ts';
import { CustomerKey } from './customer-key.ts';
import { regionOf } from './region-stack.ts';

/** What publishes besides EventBridge, and says for which account. */
const publishersIn = (partition: Environment['aws']['partition']): string[] => [
  'cloudwatch.amazonaws.com',
  ...(hasBudgets(partition) ? ['budgets.amazonaws.com'] : []),
];

type Alarm = Omit<CloudwatchMetricAlarmConfig, 'alarmName' | 'alarmDescription'> & {
  /** What it is about, such as a bucket. */
  readonly subject: string;
  /** What is wrong, and where to look. */
  readonly why: string;
};

interface Event {
  /** Of the rule, by which others know it. */
  readonly name: string;
  readonly description: string;
  /** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html */
  readonly pattern: object;
}

/** Where AWS reports to in a region, on a path that needs no cluster. */
export class AlarmTopic extends Construct {
  readonly arn: string;
  readonly #prefix: string;

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id);
    const name = alarmTopic(environment);
    this.#prefix = name;
    const key = new CustomerKey(this, 'encryption', environment, {
      encrypts: 'the messages of alarms',
      alias: `alias/${name}-${regionOf(this)}`,
      users: [
        useKeyOfTopic(environment, publishersIn(environment.aws.partition)),
        useKeyOfTopicForEvents(alarmTopicArn(environment, regionOf(this))),
      ],
    });
    const topic = explain(
      new SnsTopic(this, 'topic', { name, kmsMasterKeyId: key.arn }),
      'Takes every alarm, event and budget notice of the region.',
      notificationCost,
    );
    this.arn = topic.arn;
    this.#letServicesPublish(environment);
    for (const [index, endpoint] of environment.notifications.withoutCluster.entries()) {
      explain(
        new SnsTopicSubscription(this, `subscription-${index + 1}`, {
          topicArn: topic.arn,
          protocol: 'email',
          endpoint,
        }),
        'Tells a person, who has to confirm the first message.',
      );
    }
  }

  #letServicesPublish({ aws }: Environment): void {
    const policy = new DataAwsIamPolicyDocument(this, 'policy-document', {
      statement: [
        grant(
          'Publish',
          { type: 'Service', identifiers: publishersIn(aws.partition) },
          ['sns:Publish'],
          {
            resources: [this.arn],
            condition: [ofAccount(aws.account)],
          },
        ),
        // SNS lets no statement with a condition through for EventBridge.
        grant('PublishEvents', eventBridge, ['sns:Publish'], { resources: [this.arn] }),
      ],
    });
    explain(
      new SnsTopicPolicy(this, 'policy', { arn: this.arn, policy: policy.json }),
      "This account's alarms and budgets may publish, and EventBridge.",
    );
  }

  /** Reports when a metric is out of bounds, and when it is back. */
  alarm(scope: Construct, id: string, { subject, why, ...alarm }: Alarm): void {
    explain(
      new CloudwatchMetricAlarm(scope, id, {
        alarmName: `${this.#prefix}-${id}`,
        alarmDescription: `${subject}: ${why}`,
        alarmActions: [this.arn],
        okActions: [this.arn],
        ...alarm,
      }),
      why,
      alarmCost,
    );
  }

  /** Reports each time that something happens, and, by an alarm, when that cannot be reported. */
  event(scope: Construct, id: string, { name, description, pattern }: Event): void {
    const rule = explain(
      new CloudwatchEventRule(scope, id, {
        name,
        description,
        eventPattern: JSON.stringify(pattern),
      }),
      description,
    );
    explain(
      new CloudwatchEventTarget(scope, `${id}-target`, { rule: rule.name, arn: this.arn }),
      'Sends the event to the topic.',
    );
    this.alarm(scope, `${id}-undelivered`, {
      subject: name,
      why: 'EventBridge could not deliver an event to this topic: look at the policies of the topic and of its key.',
      namespace: 'AWS/Events',
      metricName: 'FailedInvocations',
      dimensions: { RuleName: rule.name },
      statistic: 'Sum',
      period: 300,
      evaluationPeriods: 1,
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      treatMissingData: 'notBreaching',
    });
  }
}
