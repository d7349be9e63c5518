import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const alarmsReachSomebody = rule({
  id: 'alerting/alarms-reach-somebody',
  severity: 'error',
  why: 'An alarm without an action rings for nobody; without ok_actions nobody learns that it is over.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
  declaredAt: 'notifications.withoutCluster',
  appliesTo: kind('aws_cloudwatch_metric_alarm'),
  shape: z.looseObject({
    alarm_actions: z.array(z.string()).default([]),
    ok_actions: z.array(z.string()).default([]),
  }),
  check: ({ alarm_actions, ok_actions }) =>
    alarm_actions.length > 0 && ok_actions.length > 0
      ? []
      : [
          violation('rings for nobody', {
            expected: 'alarm_actions and ok_actions',
            received: { alarm_actions, ok_actions },
          }),
        ],
});
