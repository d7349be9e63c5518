import {
  tf,
  storage,
  lifecycle,
  replication,
  manifest,
  daily,
  without,
  first,
  type Row,
} from './plants.ts';

export const retention: readonly Row[] = [
  [
    'retention/kopia-packs-never-expire',
    'everything expires',
    lifecycle((r) => (r[2].expiration = [{ days: 500 }])),
  ],
  [
    'retention/kopia-packs-never-expire',
    'kopia/ expires',
    lifecycle((r) => (r[0].filter = [{ prefix: 'kopia/' }])),
  ],
  [
    'retention/kopia-packs-stay-readable',
    'everything freezes',
    lifecycle((r) => (r[2].transition = [{ days: 90, storage_class: 'GLACIER' }])),
  ],
  [
    'retention/backups-stay-readable',
    'backups freeze',
    lifecycle((r) => (r[0].transition[1].storage_class = 'DEEP_ARCHIVE')),
  ],
  [
    'retention/backups-outlive-their-ttl',
    'a lifecycle of 365 days',
    lifecycle((r) => (r[0].expiration[0].days = 365)),
  ],
  [
    'retention/backups-outlive-their-ttl',
    'a TTL of two years',
    daily((s) => (s.template.ttl = '17520h0m0s')),
  ],
  [
    'retention/classes-in-order',
    'STANDARD_IA at once',
    lifecycle((r) => (r[0].transition[0].days = 1)),
  ],
  [
    'retention/old-versions-expire',
    'old versions stay',
    lifecycle((r) => delete r[2].noncurrent_version_expiration),
  ],
  [
    'retention/incomplete-uploads-are-aborted',
    'uploads stay',
    lifecycle((r) => delete r[2].abort_incomplete_multipart_upload),
  ],
  [
    'retention/buckets-are-versioned',
    'versioning is suspended',
    storage(
      (r) =>
        (r.aws_s3_bucket_versioning.backups_storage_versioning.versioning_configuration.status =
          'Suspended'),
    ),
  ],
  [
    'retention/nothing-is-destroyed',
    'a bucket may be destroyed',
    storage((r) => (r.aws_s3_bucket.backups_storage_bucket.lifecycle.prevent_destroy = false)),
  ],
  [
    'retention/by-class-of-data',
    'nothing is kept for a year',
    manifest('velero-schedules/schedule-monthly', ({ spec }) => (spec.template.ttl = '2400h0m0s')),
  ],
  [
    'retention/by-class-of-data',
    'something is kept for three years',
    manifest('velero-schedules/schedule-weekly', ({ spec }) => (spec.template.ttl = '26280h0m0s')),
  ],
  ['retention/ttl-is-a-time', 'no TTL', daily((s) => (s.template.ttl = ''))],
  [
    'retention/evidence-is-locked',
    'a lock of a month',
    tf(
      'evidence-store',
      ({ resource }) =>
        (first(resource.aws_s3_bucket_object_lock_configuration).rule.default_retention.days = 30),
    ),
  ],
  [
    'retention/locks-are-versioned',
    'a lock without versions',
    tf('evidence-store', ({ resource }) => delete resource.aws_s3_bucket_versioning),
  ],
  [
    'retention/snapshots-are-kept',
    'snapshots are deleted',
    manifest(
      'velero-locations/volumesnapshotclass-velero-ebs',
      (all) => (all.deletionPolicy = 'Delete'),
    ),
  ],
  [
    'retention/replicas-have-a-lifecycle',
    'no lifecycle',
    tf(
      'backup-replica',
      ({ resource }) =>
        delete resource.aws_s3_bucket_lifecycle_configuration.replica_storage_lifecycle,
    ),
  ],
  [
    'retention/deletions-stay-here',
    'deletions are replicated',
    replication((r) => (r[0].delete_marker_replication.status = 'Enabled')),
  ],
  ['retention/access-is-logged', 'no logs', without('aws_s3_bucket_logging')],
  [
    'retention/access-is-logged',
    'logs for a week',
    storage(
      (r) =>
        (r.aws_s3_bucket_lifecycle_configuration.access_logs_lifecycle.rule[0].expiration[0].days = 7),
    ),
  ],
  [
    'retention/access-is-logged',
    'evidence without a log',
    tf('evidence-store', ({ resource }) => delete resource.aws_s3_bucket_logging),
  ],
  [
    'retention/access-is-logged',
    'states without a log',
    tf('bootstrap', ({ resource }) => delete resource.aws_s3_bucket_logging),
  ],
];
