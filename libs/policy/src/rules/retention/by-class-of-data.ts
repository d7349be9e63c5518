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
      const { minimum, maximum } = policy.retention[tier];
      const longest = longestOf(tier, rendered);
      if (!longest) return [];
      const { schedule: name, seconds } = longest;
      if (seconds >= minimum.seconds && seconds <= maximum.seconds) return [];
      const wrong =
        seconds < minimum.seconds
          ? 'not kept as long as the organisation demands'
          : 'kept longer than the organisation allows';
      return [
        violation(`${tier} data, which the schedule ${name} keeps longest, is ${wrong}`, {
          expected: `${formatDuration(minimum)} to ${formatDuration(maximum)}`,
          received: formatDuration({ seconds }),
        }),
      ];
    }),
});

interface Kept {
  readonly schedule: string;
  readonly seconds: number;
}

/** The schedule with the longest TTL of those that cover a class of data. */
function longestOf(tier: string, rendered: Rendered): Kept | undefined {
  const [longest] = rendered
    .of('velero.io/Schedule')
    .flatMap(({ name, value }): Kept[] => {
      const { metadata, spec } = schedule.parse(value);
      const covered = metadata.annotations['resilience-layer/tiers']?.split(',') ?? [];
      return covered.includes(tier)
        ? [{ schedule: name, seconds: goSeconds(spec.template.ttl) ?? 0 }]
        : [];
    })
    .toSorted((a, b) => b.seconds - a.seconds);
  return longest;
}
