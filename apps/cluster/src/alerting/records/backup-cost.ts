import { gib } from '@resilience/config';
import { type BucketEnvironment, ownsBucket } from '@resilience/config/environment';
import { snapshotPrices } from '@resilience/cost/price';

import { costedBuckets } from '../costed-buckets.ts';
import { constant, recordFamily } from '../record.ts';

export const backupCost = recordFamily({
  name: 'backup-cost',
  about: 'What is stored costs in a month, and may cost.',
  rules: (environment) => {
    const buckets = costedBuckets(environment);
    if (!ownsBucket(environment) || buckets.length === 0) return [];
    const stored = buckets.flatMap(({ bucket, stored: prices }) =>
      Object.entries(prices).map(
        ([storageClass, usd]) =>
          `(resilience:bucket_bytes{bucket="${bucket}",storage_class="${storageClass}"} * ${usd} / ${gib(1).bytes})`,
      ),
    );
    return [
      {
        record: 'resilience:backup_cost_usd_per_month',
        expr: `sum(\n${stored.join('\nor\n')}\n) + ${snapshotCost(environment)}`,
      },
      constant('resilience:backup_budget_usd_per_month', environment.storage.monthlyBudget.usd),
    ];
  },
});

/** AWS does not say how large snapshots are: what the declared volumes come to once the oldest expire. */
function snapshotCost(environment: BucketEnvironment): number {
  return Math.round((snapshotPrices(environment).at(-1) ?? 0) * 100) / 100;
}
