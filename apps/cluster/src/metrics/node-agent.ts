import { type Metric, type Metrics, named } from './metric.ts';

const of = (type: Metric['type'], labels: readonly string[], names: readonly string[]): Metrics =>
  named(
    { source: 'node-agent', type, labels },
    names.map((name) => `podVolume_${name}`),
  );

const operation = ['node', 'operation', 'backupName', 'pod_volume_backup'] as const;

/**
 * What each node-agent tells of its node.
 *
 * @see https://github.com/vmware-tanzu/velero/blob/v1.18.3/pkg/metrics/metrics.go
 */
export const nodeAgentMetrics: Metrics = {
  ...of(
    'counter',
    ['node'],
    [
      'data_download_cancel_total',
      'data_download_failure_total',
      'data_download_success_total',
      'data_upload_cancel_total',
      'data_upload_failure_total',
      'data_upload_success_total',
      'pod_volume_backup_dequeue_count',
      'pod_volume_backup_enqueue_count',
    ],
  ),
  ...of('gauge', operation, ['pod_volume_operation_latency_seconds_gauge']),
  ...of('histogram', operation, ['pod_volume_operation_latency_seconds']),
};
