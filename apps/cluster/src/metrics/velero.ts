import { type Metric, type Metrics, named } from './metric.ts';

const of = (type: Metric['type'], labels: readonly string[], names: readonly string[]): Metrics =>
  named(
    { source: 'velero', type, labels },
    names.map((name) => `velero_${name}`),
  );

/**
 * What Velero's server tells. `schedule` is empty for what nobody scheduled. `velero_backup_last_status`
 * is left out: it says success at every check of a schedule, whatever became of the backup.
 *
 * @see https://github.com/vmware-tanzu/velero/blob/v1.18.3/pkg/metrics/metrics.go
 * @see https://github.com/vmware-tanzu/velero/issues/8753
 */
export const veleroMetrics: Metrics = {
  ...of('gauge', [], ['backup_total', 'restore_total']),
  ...of(
    'gauge',
    ['schedule'],
    [
      'backup_items_errors',
      'backup_items_total',
      'backup_last_successful_timestamp',
      'backup_tarball_size_bytes',
    ],
  ),
  ...of('gauge', ['backup_location_name'], ['backup_location_status_gauge']),
  ...of(
    'counter',
    ['schedule'],
    [
      'backup_attempt_total',
      'backup_deletion_attempt_total',
      'backup_deletion_failure_total',
      'backup_deletion_success_total',
      'backup_failure_total',
      'backup_partial_failure_total',
      'backup_success_total',
      'backup_validation_failure_total',
      'backup_warning_total',
      'restore_attempt_total',
      'restore_failed_total',
      'restore_partial_failure_total',
      'restore_success_total',
      'restore_validation_failed_total',
      'volume_snapshot_attempt_total',
      'volume_snapshot_failure_total',
      'volume_snapshot_success_total',
    ],
  ),
  ...of(
    'counter',
    ['schedule', 'backupName'],
    ['csi_snapshot_attempt_total', 'csi_snapshot_failure_total', 'csi_snapshot_success_total'],
  ),
  ...of('histogram', ['schedule'], ['backup_duration_seconds']),
  ...of(
    'counter',
    ['repository_name'],
    ['repo_maintenance_failure_total', 'repo_maintenance_success_total'],
  ),
  ...of('histogram', ['repository_name'], ['repo_maintenance_duration_seconds']),
};
