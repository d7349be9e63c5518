import { z } from 'zod';

import { rule, violation } from '../../rule.ts';

export const nothingIsDestroyed = rule({
  id: 'retention/nothing-is-destroyed',
  severity: 'error',
  why: 'One mistaken apply must not be able to delete what holds or decrypts backups.',
  source: 'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
  declaredAt: 'storage',
  appliesTo: (rendered) =>
    ['aws_s3_bucket', 'aws_kms_key', 'aws_secretsmanager_secret'].flatMap((type) =>
      rendered.of(type),
    ),
  shape: z.looseObject({ lifecycle: z.looseObject({ prevent_destroy: z.boolean() }).optional() }),
  check: ({ lifecycle: own }) =>
    own?.prevent_destroy === true
      ? []
      : [violation('can be destroyed', { expected: 'prevent_destroy: true', received: own })],
});
