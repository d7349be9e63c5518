import type { Environment } from '@resilience/config/environment';

import { lines } from './panels/lines.ts';
import type { Unplaced } from './panels/panel.ts';
import { below } from './panels/thresholds.ts';

/** How far the copy in the DR region is behind. */
export function replication({ storage }: Environment): Unplaced[] {
  if (storage.kind !== 'bucket' || storage.replication.to !== 'dr-region') return [];
  const { maximumLag } = storage.replication;
  return [
    lines(
      {
        title: 'Replication lag',
        description:
          'How long objects wait for their copy in the DR region. The line is the lag that recovery points are proved with.',
        noData: 'S3 has not reported yet',
        width: 12,
      },
      {
        unit: 's',
        thresholds: below(maximumLag.seconds),
        queries: [
          {
            expr: 'max by (rule) (resilience:replication_lag_seconds:max)',
            legend: '{{rule}}',
          },
        ],
      },
    ),
    lines(
      {
        title: 'Replication waiting and failed',
        description:
          'Objects that have no copy yet, and those that will get none by themselves. A failover waits for the first, or loses them.',
        noData: 'S3 has not reported yet',
        width: 12,
      },
      {
        unit: 'short',
        queries: [
          {
            expr: 'sum by (dimension_RuleId) (aws_s3_operations_pending_replication_average)',
            legend: '{{dimension_RuleId}} waiting',
          },
          {
            expr: 'sum by (dimension_RuleId) (aws_s3_operations_failed_replication_sum)',
            legend: '{{dimension_RuleId}} failed',
          },
        ],
      },
    ),
  ];
}
