import type { BucketEnvironment } from '@resilience/config/environment';

import { lines } from './panels/lines.ts';
import type { Unplaced } from './panels/panel.ts';
import { stat } from './panels/stat.ts';
import { below, risingTo, shareUsed } from './panels/thresholds.ts';

const cost = 'sum(resilience:backup_cost_usd_per_month)';
const share = `${cost} / sum(resilience:backup_budget_usd_per_month)`;

/** How much of the declared budget is spent. */
export const budgetUsed = (): Unplaced =>
  stat(
    {
      title: 'Budget used',
      description:
        'What a month of the backups as they are now costs, as a share of the declared monthly budget. Storage and cost shows of what.',
      noData: 'Cost unknown',
      width: 4,
    },
    { unit: 'percentunit', thresholds: shareUsed, queries: [{ expr: share, legend: 'used' }] },
  );

/** What a month costs. */
export const monthlyCost = ({ storage }: BucketEnvironment): Unplaced =>
  stat(
    {
      title: 'Cost of a month',
      description: `What a month of the backups as they are now costs by list prices. The budget is ${storage.monthlyBudget.usd} USD.`,
      noData: 'Cost unknown',
      width: 4,
    },
    {
      unit: 'currencyUSD',
      thresholds: risingTo(0.8 * storage.monthlyBudget.usd, storage.monthlyBudget.usd),
      queries: [{ expr: cost, legend: 'a month' }],
    },
  );

/** Cost over time, against the budget. */
export const costOverTime = ({ storage }: BucketEnvironment): Unplaced =>
  lines(
    {
      title: 'Cost of a month over time',
      description:
        'The same, over time. The line is the declared budget; libs/cost tells beforehand what a change would cost.',
      noData: 'Cost unknown',
      width: 12,
    },
    {
      unit: 'currencyUSD',
      thresholds: below(storage.monthlyBudget.usd),
      queries: [{ expr: cost, legend: 'a month' }],
    },
  );
