import { remove, tf, storage, lifecycle, replication, type Row } from './plants.ts';

export const cost: readonly Row[] = [
  [
    'cost/budget-is-bounded',
    'a mistyped budget',
    storage((r) => (r.aws_budgets_budget.budget_monthly.limit_amount = '40000')),
  ],
  [
    'cost/budget-is-watched',
    'no alert on the cost, as where a region has no prices',
    remove('resilience-alerts/prometheusrule-resilience-backup-cost-over-budget'),
  ],
  [
    'cost/resources-are-tagged',
    'no tags',
    tf('backup-storage', ({ provider }) => delete provider.aws[0].default_tags),
  ],
  [
    'cost/replicas-are-infrequent',
    'STANDARD',
    replication((r) => (r[0].destination.storage_class = 'STANDARD')),
  ],
  [
    'cost/cold-classes-pay-off',
    'expiry after ten days',
    lifecycle((r) => (r[0].transition[1].days = 390)),
  ],
];
