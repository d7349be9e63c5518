import { z } from 'zod';

import { referred } from '../../detect/references.ts';
import { regionOf } from '../../detect/regions.ts';
import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const secretsUseKms = rule({
  id: 'encryption/secrets-use-kms',
  severity: 'error',
  why: 'The password opens every copy of a file; with the key of AWS nothing but IAM says who reads it, and nobody sees the key taken away.',
  source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
  declaredAt: 'apps/aws/src/constructs/repository-secret.ts',
  appliesTo: kind('aws_secretsmanager_secret'),
  shape: z.looseObject({
    kms_key_id: z.string().optional(),
    replica: z
      .array(z.looseObject({ region: z.string(), kms_key_id: z.string().optional() }))
      .default([]),
  }),
  check: ({ kms_key_id, replica }, { object, rendered }) => {
    const keyIsIn = (region: string | undefined, expression: string | undefined): boolean => {
      const key = referred(rendered, object, expression);
      return key !== undefined && regionOf(rendered, key) === region;
    };
    return [
      ...(keyIsIn(regionOf(rendered, object), kms_key_id)
        ? []
        : [
            violation('is not encrypted with a key of its own', {
              at: ['kms_key_id'],
              expected: 'a customer key of its region',
              received: kms_key_id,
            }),
          ]),
      ...replica.flatMap(({ region, kms_key_id: received }, index) =>
        keyIsIn(region, received)
          ? []
          : [
              violation('has a replica that is not encrypted with a key of its own', {
                at: ['replica', index, 'kms_key_id'],
                expected: `a customer key in ${region}`,
                received,
              }),
            ],
      ),
    ];
  },
});
