import { scenarios } from '@resilience/config/scenario';
import { tiers } from '@resilience/config/tiers';
import { z } from 'zod';

import { givenUp, objectives } from '../../detect/objectives.ts';
import { rule, violation } from '../../rule.ts';

export const lossesAreAllowed = rule({
  id: 'recovery/losses-are-allowed',
  severity: 'error',
  why: 'A team may not decide alone that its data is lost in a disaster: the organisation says for which classes.',
  source: 'environments/policy.ts',
  declaredAt: 'services',
  appliesTo: objectives,
  shape: z.looseObject({
    record: z.string(),
    labels: z.looseObject({
      service: z.string(),
      scenario: z.enum(scenarios),
      /** Of a service that is given up. */
      tier: z.enum(tiers).optional(),
    }),
  }),
  check: ({ record, labels: { service, scenario, tier } }, { policy }) => {
    const allowed = policy.unprotected?.[scenario] ?? [];
    if (record !== givenUp || (tier && allowed.includes(tier))) return [];
    return [
      violation(`gives up ${service}, which is ${tier ?? 'of no tier'}, after ${scenario}`, {
        expected: `an objective, as policy.ts gives up ${allowed.length > 0 ? `only ${allowed.join(' and ')}` : 'nothing'} then`,
        received: 'unprotected',
      }),
    ];
  },
});
