import { z } from 'zod';

import { alertsOf, prometheusRule } from '../../detect/alerts.ts';
import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

const watcher = 'BackupCostOverBudget';

export const budgetIsWatched = rule({
  id: 'cost/budget-is-watched',
  severity: 'error',
  why: 'AWS bills days later; without prices of its regions nothing estimates what the backups cost meanwhile.',
  source: 'docs/guides/declaring-an-environment.md',
  declaredAt: 'prices',
  appliesTo: kind('aws_budgets_budget'),
  shape: z.looseObject({}),
  check: (_, { rendered }) => {
    const isWatched = rendered
      .of('monitoring.coreos.com/PrometheusRule')
      .flatMap(({ value }) => alertsOf(prometheusRule.parse(value)))
      .some(({ name }) => name === watcher);
    if (isWatched) return [];
    return [
      violation('is compared with no estimate of what the backups cost', {
        expected: `the alert ${watcher}: declare in prices what AWS bills in aws.region and aws.drRegion`,
        received: undefined,
      }),
    ];
  },
});
