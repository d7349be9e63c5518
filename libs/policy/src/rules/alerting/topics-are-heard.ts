import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { referred } from '../../detect/references.ts';
import { rule, violation } from '../../rule.ts';

export const topicsAreHeard = rule({
  id: 'alerting/topics-are-heard',
  severity: 'error',
  why: 'A topic that nobody subscribes to is a log that nobody reads.',
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html',
  declaredAt: 'notifications.withoutCluster',
  appliesTo: kind('aws_sns_topic'),
  shape: z.looseObject({}),
  check: (_, { object, rendered }) => {
    const heard = rendered
      .of('aws_sns_topic_subscription')
      .some((one) => referred(rendered, one, subscription.parse(one.value).topic_arn) === object);
    if (heard) return [];
    return [violation('has no subscribers', { expected: 'a subscription', received: undefined })];
  },
});

const subscription = z.looseObject({ topic_arn: z.string() });
