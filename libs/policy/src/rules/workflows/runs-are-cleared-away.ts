import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const runsAreClearedAway = rule({
  id: 'workflows/runs-are-cleared-away',
  severity: 'warning',
  why: 'Finished workflows fill etcd until the API server is slow.',
  source: 'https://argo-workflows.readthedocs.io/en/latest/cost-optimisation/',
  declaredAt: 'workflows',
  appliesTo: kind('argoproj.io/WorkflowTemplate'),
  shape: z.looseObject({ spec: z.looseObject({ ttlStrategy: z.looseObject({}).optional() }) }),
  check: ({ spec: { ttlStrategy } }) =>
    ttlStrategy
      ? []
      : [
          violation('stays for ever', {
            at: ['spec'],
            expected: 'a ttlStrategy',
            received: ttlStrategy,
          }),
        ],
});
