import { inDays } from '@resilience/config/duration';
import { z } from 'zod';

import { attached, dataBuckets } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const evidenceIsLocked = rule({
  id: 'retention/evidence-is-locked',
  severity: 'error',
  why: 'Evidence that its author can change proves nothing.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
  declaredAt: 'evidence.retention',
  appliesTo: (rendered) =>
    dataBuckets(rendered).filter(({ name }) => name.startsWith('evidence-store/')),
  shape: z.looseObject({}),
  check: (_, { object, rendered, policy }) => {
    const found = attached(rendered, object, 'aws_s3_bucket_object_lock_configuration');
    const days = lock.safeParse(found?.value).data?.rule.default_retention.days ?? 0;
    const least = inDays(policy.evidence.minimum);
    if (days >= least) return [];
    return [
      violation('does not lock evidence for long enough', {
        expected: `object lock for at least ${least} days`,
        received: `${days} days`,
      }),
    ];
  },
});

const lock = z.looseObject({
  rule: z.looseObject({ default_retention: z.looseObject({ days: z.number() }) }),
});
