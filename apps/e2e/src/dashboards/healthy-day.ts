import type { Declaration } from '@resilience/config/declaration';
import { scrapedDrillMetric } from '@resilience/config/drill-metrics';
import { type Environment, isArchived, isReplicated } from '@resilience/config/environment';
import { archiveBucket, replicaBucket, replicaRule } from '@resilience/config/names';
import { isUnprotected, scenarios } from '@resilience/config/scenario';

import { type Labels, type Sample, sample } from './sample.ts';

const hour = 3600;

/**
 * What is scraped on a day on which nothing is wrong, by job.
 *
 * @param now Unix time, in seconds
 */
export const healthyDay = (environment: Environment, now: number) => ({
  velero: velero(environment),
  'node-agent': [],
  'resilience-object-state': objects(environment, now),
  'resilience-cloudwatch': cloudwatch(environment),
  'argo-workflows': drills(environment, now),
});

const eachSchedule = ({ backups }: Environment, make: (schedule: string) => Sample[]): Sample[] =>
  Object.keys(backups.source.schedules).flatMap(make);

const backupResults = ['success', 'partial_failure', 'failure', 'validation_failure', 'warning'];
const restoreResults = ['success', 'partial_failure', 'failed', 'validation_failed'];

function velero(environment: Environment): Sample[] {
  const counters = [
    ...backupResults.map((result) => `velero_backup_${result}_total`),
    ...restoreResults.map((result) => `velero_restore_${result}_total`),
  ];
  return eachSchedule(environment, (schedule) => [
    ...counters.map((counter) =>
      sample(counter, { schedule }, counter.includes('success') ? 7 : 0),
    ),
    sample('velero_backup_items_errors', { schedule }, 0),
  ]);
}

function objects(environment: Environment, now: number): Sample[] {
  const location = { storage_location: 'default' };
  const repository = { repository: 'orders-default-kopia', volume_namespace: 'orders' };
  const prefix = 'resilience_backup';
  return [
    sample(`${prefix}_storage_location_phase`, { ...location, phase: 'Available' }, 1),
    sample(`${prefix}_storage_location_phase`, { ...location, phase: 'Unavailable' }, 0),
    sample(`${prefix}_storage_location_last_validation_timestamp_seconds`, location, now - 30),
    sample(`${prefix}_repository_phase`, { ...repository, phase: 'Ready' }, 1),
    sample(`${prefix}_repository_last_maintenance_timestamp_seconds`, repository, now - hour),
    ...eachSchedule(environment, (schedule) => backup(schedule, now)),
    ...Object.keys(environment.schedules).flatMap((schedule) => [
      sample('resilience_schedule_paused', { schedule }, 0),
      sample('resilience_schedule_created_timestamp_seconds', { schedule }, now - 400 * 24 * hour),
    ]),
  ];
}

/** The newest backup of a schedule, what it copied, and a restore of it. */
function backup(schedule: string, now: number): Sample[] {
  const ofBackup: Labels = { backup: `${schedule}-1`, schedule, phase: 'Completed' };
  const { backup: name, phase } = ofBackup;
  const prefix = 'resilience_backup';
  const upload: Labels = { data_upload: `${name}`, backup: `${name}`, phase: `${phase}` };
  return [
    sample(`${prefix}_info`, ofBackup, 1),
    sample(`${prefix}_created_timestamp_seconds`, ofBackup, now - hour - 1),
    sample(`${prefix}_start_timestamp_seconds`, ofBackup, now - hour),
    sample(`${prefix}_completion_timestamp_seconds`, ofBackup, now - hour + 600),
    sample(`${prefix}_snapshots`, { backup: `${name}`, schedule, snapshot_move_data: 'false' }, 4),
    sample('resilience_restore_info', { ...ofBackup, restore: `${name}` }, 1),
    sample('resilience_data_upload_info', upload, 1),
    sample('resilience_data_upload_created_timestamp_seconds', upload, now - hour),
    sample('resilience_pod_volume_backup_info', { pod_volume_backup: 'a', ...upload }, 1),
  ];
}

/** As CloudWatch calls the classes that something lies in. */
const storageTypes = ['StandardStorage', 'StandardIAStorage', 'DeepArchiveStorage'];

function cloudwatch(environment: Environment): Sample[] {
  if (environment.storage.kind !== 'bucket') return [];
  const source = environment.backups.bucket;
  const copies = [
    ...(isReplicated(environment) ? [replicaBucket(environment).bucket] : []),
    ...(isArchived(environment) ? [archiveBucket(environment).bucket] : []),
  ];
  return [
    sample('aws_s3_4xx_errors_sum', { dimension_BucketName: source }, 1),
    sample('aws_s3_5xx_errors_sum', { dimension_BucketName: source }, 0),
    ...replication(environment),
    ...[source, ...copies].flatMap(sizes),
  ];
}

function replication(environment: Environment): Sample[] {
  if (!isReplicated(environment)) return [];
  const rule: Labels = {
    dimension_SourceBucket: environment.backups.bucket,
    dimension_DestinationBucket: replicaBucket(environment).bucket,
    dimension_RuleId: replicaRule,
  };
  return [
    sample('aws_s3_replication_latency_maximum', rule, 20),
    sample('aws_s3_operations_pending_replication_average', rule, 0),
    sample('aws_s3_operations_failed_replication_sum', rule, 0),
  ];
}

const sizes = (bucket: string): Sample[] =>
  storageTypes.map((type) =>
    sample(
      'aws_s3_bucket_size_bytes_average',
      { dimension_BucketName: bucket, dimension_StorageType: type },
      1e10,
    ),
  );

/** Each drill restored every service in every disaster, in half the time that it may take. */
const drills = (environment: Environment, now: number): Sample[] =>
  Object.keys(environment.drills).flatMap((drill) => [
    sample(scrapedDrillMetric('lastSuccess'), { drill }, now - hour),
    sample(scrapedDrillMetric('succeeded'), { drill }, 1),
    sample(scrapedDrillMetric('cleanedUp'), { drill }, 1),
    ...measured(environment.backups.source, drill),
  ]);

const measured = ({ services }: Declaration, drill: string): Sample[] =>
  Object.entries(services).flatMap(([service, { objectives }]) =>
    scenarios.flatMap((scenario) => {
      const declared = objectives[scenario];
      if (isUnprotected(declared)) return [];
      const { rpo, rto } = declared;
      const labels = { drill, service, scenario };
      return [
        sample(scrapedDrillMetric('recoveryTime'), labels, rto.seconds / 2),
        sample(scrapedDrillMetric('dataLoss'), labels, rpo.seconds / 2),
      ];
    }),
  );
