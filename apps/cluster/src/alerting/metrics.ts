import type { Environment } from '@resilience/config/environment';
import type { CopyMethod } from '@resilience/config/volumes';

import { completedBackups } from './backups-of.ts';
import { schedulesThatCopyBy } from './copied-volumes.ts';

/** Where a metric comes from, and when it has to be there. */
interface Source {
  /** The job that Prometheus scrapes it by. */
  readonly job: string;
  /**
   * PromQL that has a result once the metric has to be there, or undefined where it never has to; if not
   * given, it always has to.
   */
  readonly expectedOnce?: (environment: Environment) => string | undefined;
}

const objectState = 'resilience-object-state';
const cloudwatch = 'resilience-cloudwatch';

/** A schedule has made a backup. */
const onceBackedUp = (): string => 'count(resilience_schedule_last_backup_timestamp_seconds) > 0';

const onceCompleted = (): string =>
  'count(resilience_backup_start_timestamp_seconds{phase="Completed"}) > 0';

/** A backup that has copied a volume in some way is complete: there is a repository, or a snapshot. */
const onceCopiedBy =
  (...methods: CopyMethod[]) =>
  (environment: Environment): string | undefined => {
    const names = schedulesThatCopyBy(environment, methods);
    return names.length === 0 ? undefined : `count(${completedBackups(names)}) > 0`;
  };

/** Every metric that an alert cannot do without. */
const metrics = {
  velero_backup_failure_total: { job: 'velero' },
  resilience_backup_info: { job: objectState, expectedOnce: onceBackedUp },
  resilience_backup_created_timestamp_seconds: { job: objectState, expectedOnce: onceBackedUp },
  resilience_backup_start_timestamp_seconds: { job: objectState, expectedOnce: onceBackedUp },
  resilience_backup_completion_timestamp_seconds: {
    job: objectState,
    expectedOnce: onceCompleted,
  },
  resilience_backup_native_snapshots: { job: objectState, expectedOnce: onceBackedUp },
  resilience_backup_snapshots: { job: objectState, expectedOnce: onceCopiedBy('snapshot') },
  resilience_backup_storage_location_phase: { job: objectState },
  resilience_backup_repository_last_maintenance_timestamp_seconds: {
    job: objectState,
    expectedOnce: onceCopiedBy('moved-snapshot', 'file-system'),
  },
  resilience_backup_repository_phase: {
    job: objectState,
    expectedOnce: onceCopiedBy('moved-snapshot', 'file-system'),
  },
  resilience_schedule_created_timestamp_seconds: { job: objectState },
  resilience_schedule_paused: { job: objectState },
  resilience_schedule_phase: { job: objectState },
  resilience_data_upload_created_timestamp_seconds: {
    job: objectState,
    expectedOnce: onceCopiedBy('moved-snapshot'),
  },
  resilience_pod_volume_backup_created_timestamp_seconds: {
    job: objectState,
    expectedOnce: onceCopiedBy('file-system'),
  },
  aws_s3_replication_latency_maximum: { job: cloudwatch },
  aws_s3_operations_failed_replication_sum: { job: cloudwatch },
  aws_s3_bucket_size_bytes_average: { job: cloudwatch },
  aws_events_matched_events_sum: { job: cloudwatch },
  aws_events_failed_invocations_sum: { job: cloudwatch },
} as const satisfies Readonly<Record<string, Source>>;

export type Metric = keyof typeof metrics;

/** Where a metric comes from, and when it has to be there. */
export const sourceOf = (metric: Metric): Source => metrics[metric];
