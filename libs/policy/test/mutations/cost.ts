import { tf, storage, lifecycle, replication, type Row } from './plants.ts';

export const cost: readonly Row[] = [
  [
    'cost/budget-is-bounded',
    'a mistyped budget',
    storage((r) => (r.aws_budgets_budget.budget_monthly.limit_amount = '40000')),
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
