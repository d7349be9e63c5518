import { z } from 'zod';

import { referred } from '../../detect/references.ts';
import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

const alarm = z.looseObject({
  namespace: z.literal('AWS/Events'),
  metric_name: z.literal('FailedInvocations'),
  dimensions: z.looseObject({ RuleName: z.string() }),
  comparison_operator: z.literal('GreaterThanThreshold'),
  threshold: z.literal(0),
});

export const lostEventsAreSeen = rule({
  id: 'alerting/lost-events-are-seen',
  severity: 'error',
  why: 'An event that cannot be delivered leaves one trace, the metric FailedInvocations of its rule.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html',
  declaredAt: 'apps/aws/src/constructs/alarm-topic.ts',
  appliesTo: kind('aws_cloudwatch_event_rule'),
  shape: z.looseObject({ name: z.string() }),
  check: ({ name }, { object, rendered }) => {
    const seen = rendered.of('aws_cloudwatch_metric_alarm').some((one) => {
      const { data } = alarm.safeParse(one.value);
      if (!data || one.file !== object.file) return false;
      const { RuleName } = data.dimensions;
      return RuleName === name || referred(rendered, one, RuleName) === object;
    });
    if (seen) return [];
    return [
      violation('loses events unseen', {
        expected: 'an alarm on any FailedInvocations of the rule',
        received: undefined,
      }),
    ];
  },
});
