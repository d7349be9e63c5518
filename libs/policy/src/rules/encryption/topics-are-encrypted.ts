import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const topicsAreEncrypted = rule({
  id: 'encryption/topics-are-encrypted',
  severity: 'error',
  why: 'Alarms name buckets, keys and what is wrong with them.',
  source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
  declaredAt: 'apps/aws',
  appliesTo: kind('aws_sns_topic'),
  shape: z.looseObject({ kms_master_key_id: z.string().optional() }),
  check: ({ kms_master_key_id }) =>
    kms_master_key_id === undefined
      ? [
          violation('is not encrypted', {
            expected: 'kms_master_key_id',
            received: kms_master_key_id,
          }),
        ]
      : [],
});
