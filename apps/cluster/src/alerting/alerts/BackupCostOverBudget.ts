import { hours } from '@resilience/config/duration';

import { alert } from '../alert.ts';
import { costedBuckets } from '../costed-buckets.ts';

/** What is stored now costs more in a month than is declared. */
export const BackupCostOverBudget = alert({
  name: 'BackupCostOverBudget',
  severity: 'warning',
  component: 'cost',
  needs: ['aws_s3_bucket_size_bytes_average'],
  conditions: (environment) =>
    costedBuckets(environment).length === 0
      ? []
      : [
          {
            expr: 'resilience:backup_cost_usd_per_month > resilience:backup_budget_usd_per_month',
            // S3 measures a bucket once a day.
            for: hours(1),
            summary: 'Backups cost more than their budget',
            description:
              'What is stored now costs {{ $value | printf "%.0f" }} US dollars a month, estimated from the sizes of the buckets and the declared snapshots: more than storage.monthlyBudget.',
          },
        ],
});
