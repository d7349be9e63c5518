import { hasBudgets, partitionOf } from '@resilience/config/regions';
import { z } from 'zod';

import { ofMountedBuckets } from '../../detect/buckets.ts';
import { regionOf } from '../../detect/regions.ts';
import { rule, violation } from '../../rule.ts';

export const budgetIsBounded = rule({
  id: 'cost/budget-is-bounded',
  severity: 'error',
  why: 'A retention that was mistyped is first seen on the bill.',
  source: 'environments/policy.ts',
  declaredAt: 'storage.monthlyBudget',
  appliesTo: ofMountedBuckets('aws_s3_bucket'),
  shape: z.looseObject({}),
  check: (_, { object, rendered, policy }) => {
    const partition = partitionOf(regionOf(rendered, object) ?? '');
    // Where AWS has no budgets, only the estimate can warn.
    if (partition && !hasBudgets(partition)) return [];
    const amounts = rendered
      .of('aws_budgets_budget')
      .map(({ value }) => Number(budget.parse(value).limit_amount));
    const most = policy.budgetAtMost.usd;
    if (amounts.length > 0 && amounts.every((amount) => amount <= most)) return [];
    return [
      violation('may cost more than the organisation allows', {
        expected: `a monthly budget of at most ${most} USD`,
        received: amounts,
      }),
    ];
  },
});

const budget = z.looseObject({ limit_amount: z.string() });
