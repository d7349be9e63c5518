import { inDays } from '@resilience/config/duration';
import { z } from 'zod';

import { attached, logging, ownBuckets } from '../../detect/buckets.ts';
import { referred } from '../../detect/references.ts';
import { lifecycle, expiresAfter } from '../../detect/lifecycle.ts';
import { rule, violation } from '../../rule.ts';

export const accessIsLogged = rule({
  id: 'retention/access-is-logged',
  severity: 'error',
  why: 'After an incident the first question is who read and deleted what; the logs have to be there still.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
  declaredAt: 'storage.accessLogs.retention',
  appliesTo: ownBuckets,
  shape: z.looseObject({}),
  check: (_, { object, rendered, policy }) => {
    const found = attached(rendered, object, 'aws_s3_bucket_logging');
    const logs = found && referred(rendered, found, logging.parse(found.value).target_bucket);
    const rules = logs && attached(rendered, logs, 'aws_s3_bucket_lifecycle_configuration');
    const days = (rules ? lifecycle.parse(rules.value).rule : []).flatMap(
      (one) => expiresAfter(one) ?? [],
    );
    const least = inDays(policy.accessLogs.minimum);
    if (found && days.every((age) => age >= least)) return [];
    return [
      violation('does not log who reads it, or not for long enough', {
        expected: `access logs for at least ${least} days`,
        received: found ? `${days.join(', ')} days` : 'no access logs',
      }),
    ];
  },
});
