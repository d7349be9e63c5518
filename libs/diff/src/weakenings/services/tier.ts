import { tiers } from '@resilience/config/tiers';

import { declared } from '../../guard.ts';

export const tier = declared({
  id: 'services/tier',
  absence: 'unsaid',
  guards: ({ services }) =>
    Object.entries(services).map(([name, service]) => ({
      path: `services.${name}.tier`,
      subject: name,
      strength: -tiers.indexOf(service.tier),
      value: service.tier,
    })),
  sentence: ({ names, many, before, after }) =>
    `${names} ${many ? 'are' : 'is'} ${after} instead of ${before}: the tier decides the order of recovery, and what the policy demands.`,
});
