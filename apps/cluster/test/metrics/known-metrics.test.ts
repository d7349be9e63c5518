import { expect, test } from 'vitest';

import { knownMetrics, metricOf } from '../../src/metrics/known-metrics.ts';

const labelsOf = (name: string): readonly string[] | undefined => knownMetrics[name]?.labels;

test.each([
  ['velero_backup_failure_total', 'velero', ['schedule']],
  ['podVolume_data_upload_failure_total', 'node-agent', ['node']],
  [
    'resilience_backup_info',
    'resilience-object-state',
    ['backup', 'schedule', 'phase', 'storage_location', 'snapshot_move_data'],
  ],
  ['resilience_schedule_phase', 'resilience-object-state', ['schedule', 'phase']],
  [
    'aws_s3_replication_latency_maximum',
    'resilience-cloudwatch',
    [
      'name',
      'region',
      'account_id',
      'dimension_SourceBucket',
      'dimension_DestinationBucket',
      'dimension_RuleId',
    ],
  ],
  [
    'aws_s3_4xx_errors_sum',
    'resilience-cloudwatch',
    ['name', 'region', 'account_id', 'dimension_BucketName', 'dimension_FilterId'],
  ],
  [
    'aws_s3_bucket_size_bytes_average',
    'resilience-cloudwatch',
    ['name', 'region', 'account_id', 'dimension_BucketName', 'dimension_StorageType'],
  ],
  [
    'aws_events_matched_events_sum',
    'resilience-cloudwatch',
    ['name', 'region', 'account_id', 'dimension_RuleName'],
  ],
  [
    'aws_events_failed_invocations_sum',
    'resilience-cloudwatch',
    ['name', 'region', 'account_id', 'dimension_RuleName'],
  ],
  ['argo_workflows_resilience_drill_succeeded', 'argo-workflows', ['drill']],
])('%s is told by %s', (name, source, labels) => {
  expect(metricOf(name)?.source).toBe(source);
  expect(labelsOf(name)?.toSorted()).toEqual(labels.toSorted());
});

test('a histogram is asked for by its parts only', () => {
  const histogram = 'velero_backup_duration_seconds';
  expect(metricOf(histogram)).toBeUndefined();
  expect(['bucket', 'sum', 'count'].map((part) => metricOf(`${histogram}_${part}`)?.type)).toEqual([
    'histogram',
    'histogram',
    'histogram',
  ]);
});

test.each(['velero_backup_last_status', 'velero_backup_total_count', 'resilience_backup'])(
  '%s is not known',
  (name) => {
    expect(metricOf(name)).toBeUndefined();
  },
);
