import { storage, replication, server, add, remove, without, first, type Row } from './plants.ts';

export const encryption: readonly Row[] = [
  [
    'encryption/buckets-use-kms',
    'keys of S3',
    storage(
      (r) =>
        (r.aws_s3_bucket_server_side_encryption_configuration[
          'backups_storage_default-encryption'
        ].rule[0].apply_server_side_encryption_by_default = { sse_algorithm: 'AES256' }),
    ),
  ],
  [
    'encryption/bucket-keys-are-on',
    'no bucket key',
    storage(
      (r) =>
        (r.aws_s3_bucket_server_side_encryption_configuration[
          'backups_storage_default-encryption'
        ].rule[0].bucket_key_enabled = false),
    ),
  ],
  [
    'encryption/keys-rotate',
    'no rotation',
    storage((r) => (r.aws_kms_key.backups_encryption_key.enable_key_rotation = false)),
  ],
  [
    'encryption/keys-rotate',
    'a rotation in seven years',
    storage((r) => (r.aws_kms_key.backups_encryption_key.rotation_period_in_days = 2560)),
  ],
  [
    'encryption/keys-wait-for-deletion',
    'a window of a day',
    storage((r) => (r.aws_kms_key.backups_encryption_key.deletion_window_in_days = 1)),
  ],
  [
    'encryption/encrypted-objects-are-replicated',
    'encrypted objects stay',
    replication((r) => delete r[0].source_selection_criteria),
  ],
  [
    'encryption/replica-key-in-its-region',
    'the key of the source',
    replication(
      (r) =>
        (r[0].destination.encryption_configuration.replica_kms_key_id =
          '${aws_kms_key.backups_encryption_key.arn}'),
    ),
  ],
  [
    'encryption/replica-key-in-its-region',
    'no key',
    replication((r) => delete r[0].destination.encryption_configuration),
  ],
  [
    'encryption/headerless-puts-are-taken',
    'headers are demanded',
    storage((_, d) =>
      d.aws_iam_policy_document['backups_storage_policy-document'].statement.push({
        effect: 'Deny',
        actions: ['s3:PutObject'],
        condition: [
          { test: 'Null', variable: 's3:x-amz-server-side-encryption', values: ['true'] },
        ],
      }),
    ),
  ],
  ['encryption/transport-is-tls', 'no policy', without('aws_s3_bucket_policy')],
  [
    'encryption/transport-is-tls',
    'old TLS is taken',
    storage((_, d) => d.aws_iam_policy_document['backups_storage_policy-document'].statement.pop()),
  ],
  [
    'encryption/volumes-by-default',
    'off',
    storage((r) => (first(r.aws_ebs_encryption_by_default).enabled = false)),
  ],
  [
    'encryption/repository-password-is-ours',
    'no password',
    remove('velero-secrets/externalsecret-velero-repo-credentials'),
  ],
  ['encryption/password-is-waited-for', 'not mounted', server((pod) => pod.volumes.pop())],
  ['encryption/no-secrets-in-git', 'a Secret', add('Secret', {}, 'v1')],
  [
    'encryption/topics-are-encrypted',
    'no key',
    storage((r) => delete r.aws_sns_topic.alarms_topic.kms_master_key_id),
  ],
  [
    'encryption/secrets-use-kms',
    'the key of AWS',
    storage((r) => delete r.aws_secretsmanager_secret.repository_password.kms_key_id),
  ],
  [
    'encryption/secrets-use-kms',
    'a replica with the key of AWS',
    storage((r) => delete r.aws_secretsmanager_secret.repository_password.replica[0].kms_key_id),
  ],
  [
    'encryption/secrets-use-kms',
    'a replica with the key of the other region',
    storage((r) => {
      const secret = r.aws_secretsmanager_secret.repository_password;
      secret.replica[0].kms_key_id = secret.kms_key_id;
    }),
  ],
];
