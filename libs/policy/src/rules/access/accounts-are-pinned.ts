import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const accountsArePinned = rule({
  id: 'access/accounts-are-pinned',
  severity: 'error',
  why: 'With the credentials of another account at hand, an apply would build everything there.',
  source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs#allowed_account_ids-1',
  declaredAt: 'aws.account',
  appliesTo: kind('provider'),
  shape: z.looseObject({ allowed_account_ids: z.array(z.string()).default([]) }),
  check: ({ allowed_account_ids }) =>
    allowed_account_ids.length === 1
      ? []
      : [
          violation('may be applied to any account', {
            at: ['allowed_account_ids'],
            expected: 'one account',
            received: allowed_account_ids,
          }),
        ],
});
