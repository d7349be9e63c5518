import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const regionsAreAllowed = rule({
  id: 'access/regions-are-allowed',
  severity: 'error',
  why: 'Where data may be is decided by law and contract, for all environments alike.',
  source: 'environments/policy.ts',
  declaredAt: 'aws.region',
  appliesTo: kind('provider'),
  shape: z.looseObject({ region: z.string() }),
  check: ({ region }, { policy }) =>
    policy.regions.includes(region)
      ? []
      : [
          violation('puts data where it may not be', {
            at: ['region'],
            expected: policy.regions.join(' or '),
            received: region,
          }),
        ],
});
