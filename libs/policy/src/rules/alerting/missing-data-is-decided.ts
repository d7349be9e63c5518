import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const missingDataIsDecided = rule({
  id: 'alerting/missing-data-is-decided',
  severity: 'error',
  why: 'By default an alarm keeps its last state when data stops, which is when it matters.',
  source:
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html',
  declaredAt: 'apps/aws',
  appliesTo: kind('aws_cloudwatch_metric_alarm'),
  shape: z.looseObject({ treat_missing_data: z.string().default('missing') }),
  check: ({ treat_missing_data }) =>
    treat_missing_data === 'missing'
      ? [
          violation('leaves open what missing data means', {
            at: ['treat_missing_data'],
            expected: 'breaching, notBreaching or ignore',
            received: treat_missing_data,
          }),
        ]
      : [],
});
