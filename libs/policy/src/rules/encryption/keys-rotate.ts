import { inDays } from '@resilience/config/duration';
import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const keysRotate = rule({
  id: 'encryption/keys-rotate',
  severity: 'error',
  why: 'A key that is never rotated makes everything readable that was ever written, once it leaks.',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
  declaredAt: 'storage.encryption.keyRotation',
  appliesTo: kind('aws_kms_key'),
  shape: z.looseObject({
    enable_key_rotation: z.boolean().default(false),
    rotation_period_in_days: z.number().default(365),
  }),
  check: ({ enable_key_rotation, rotation_period_in_days }, { policy }) => {
    const most = inDays(policy.encryption.keyRotationAtMost);
    if (enable_key_rotation && rotation_period_in_days <= most) return [];
    return [
      violation('is not rotated often enough', {
        at: ['rotation_period_in_days'],
        expected: `a rotation every ${most} days or sooner`,
        received: enable_key_rotation ? `every ${rotation_period_in_days} days` : 'none',
      }),
    ];
  },
});
