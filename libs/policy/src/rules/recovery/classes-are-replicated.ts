import { kind } from '../../rendered.ts';
import { destinations } from '../../detect/buckets.ts';
import { schedule } from '../../detect/schedules.ts';
import { rule, violation } from '../../rule.ts';

export const classesAreReplicated = rule({
  id: 'recovery/classes-are-replicated',
  severity: 'error',
  why: 'Data of some classes must outlive its region, whatever its team declares.',
  source: 'environments/policy.ts',
  declaredAt: 'storage.replication',
  appliesTo: kind('velero.io/Schedule'),
  shape: schedule,
  check: ({ metadata }, { rendered, policy }) => {
    const tiers = metadata.annotations['resilience-layer/tiers']?.split(',') ?? [];
    const demanded = policy.replicated.filter((tier) => tiers.includes(tier));
    if (demanded.length === 0 || destinations(rendered).length > 0) return [];
    return [
      violation(`backs up ${demanded.join(' and ')} data that is not replicated`, {
        expected: 'a replication of the bucket',
        received: undefined,
      }),
    ];
  },
});
