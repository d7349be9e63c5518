import { tiers } from '@resilience/config/tiers';
import { formatDuration } from '@resilience/config/duration';
import { z } from 'zod';

import { type Rendered } from '../../rendered.ts';
import { schedule, goSeconds } from '../../detect/schedules.ts';
import { rule, violation } from '../../rule.ts';

export const byClassOfData = rule({
  id: 'retention/by-class-of-data',
  severity: 'error',
  why: 'How long data must be kept, and may be, is a matter of its class and not of the team that declares it.',
  source: 'environments/policy.ts',
  declaredAt: 'schedules.{name}.retention',
  appliesTo: (rendered) => (rendered.of('velero.io/Schedule').length > 0 ? [rendered.whole] : []),
  shape: z.looseObject({}),
  check: (_, { rendered, policy }) =>
    tiers.flatMap((tier) => {
      const bounds = policy.retention[tier];
      const seconds = longestByTier(rendered)[tier];
      if (
        seconds === undefined ||
        (seconds >= bounds.minimum.seconds && seconds <= bounds.maximum.seconds)
      ) {
        return [];
      }
      return [
        violation(`${tier} data is not kept as long as the organisation demands`, {
          expected: `${formatDuration(bounds.minimum)} to ${formatDuration(bounds.maximum)}`,
          received: formatDuration({ seconds }),
        }),
      ];
    }),
});

/** The longest TTL in seconds of the schedules that cover each class of data. */
function longestByTier(rendered: Rendered): Record<string, number> {
  const longest: Record<string, number> = {};
  for (const { value } of rendered.of('velero.io/Schedule')) {
    const { metadata, spec } = schedule.parse(value);
    const seconds = goSeconds(spec.template.ttl) ?? 0;
    for (const tier of metadata.annotations['resilience-layer/tiers']?.split(',') ?? []) {
      longest[tier] = Math.max(longest[tier] ?? 0, seconds);
    }
  }
  return longest;
}
