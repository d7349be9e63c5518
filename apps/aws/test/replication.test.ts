import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { namesOf, resource, statement, statements, synthesised } from './synthesised.ts';

const storage = synthesised(primaryEnvironment())['backup-storage'];

test('encrypted objects are replicated within 15 minutes, deletions never', () => {
  expect(
    resource(storage, 'aws_s3_bucket_replication_configuration.replication_configuration'),
  ).toMatchObject({
    rule: [
      {
        id: 'disaster-recovery',
        status: 'Enabled',
        delete_marker_replication: { status: 'Disabled' },
        source_selection_criteria: { sse_kms_encrypted_objects: { status: 'Enabled' } },
        destination: {
          bucket: 'arn:aws:s3:::acme-primary-backups-eu-central-1',
          storage_class: 'STANDARD_IA',
          encryption_configuration: {
            replica_kms_key_id: '${data.aws_kms_alias.replication_replica-key.target_key_arn}',
          },
          replication_time: { status: 'Enabled', time: { minutes: 15 } },
          metrics: { status: 'Enabled', event_threshold: { minutes: 15 } },
        },
      },
      {
        id: 'archive',
        delete_marker_replication: { status: 'Disabled' },
        destination: {
          bucket: 'arn:aws:s3:::acme-primary-archive-eu-central-1',
          storage_class: 'DEEP_ARCHIVE',
          encryption_configuration: {
            replica_kms_key_id: '${data.aws_kms_alias.replication_archive-key.target_key_arn}',
          },
        },
      },
    ],
  });
});

test("the replica's key is looked up in the replica's region", () => {
  expect(storage?.data['aws_kms_alias']).toEqual({
    'replication_repository-key': {
      name: 'alias/acme-primary-velero-repository-eu-central-1',
      provider: 'aws.dr',
    },
    'replication_replica-key': {
      name: 'alias/acme-primary-backups-eu-central-1',
      provider: 'aws.dr',
    },
    'replication_archive-key': {
      name: 'alias/acme-primary-archive-eu-central-1',
      provider: 'aws.dr',
    },
  });
  expect(storage?.provider.aws[1]).toMatchObject({ alias: 'dr', region: 'eu-central-1' });
});

test('the role may read here and write there, and use each key through S3 alone', () => {
  const granted = statements(storage, 'replication_permissions').map(({ actions, resources }) =>
    actions.map((action) => [action, resources]),
  );
  const [source, replica, archive] = [
    'backups-eu-west-1',
    'backups-eu-central-1',
    'archive-eu-central-1',
  ].map((name) => `arn:aws:s3:::acme-primary-${name}`);
  const copies = [`${replica}/*`, `${archive}/*`];
  expect(granted.flat()).toEqual([
    ['s3:GetReplicationConfiguration', [source]],
    ['s3:ListBucket', [source]],
    ['s3:GetObjectVersionForReplication', [`${source}/*`]],
    ['s3:GetObjectVersionAcl', [`${source}/*`]],
    ['s3:GetObjectVersionTagging', [`${source}/*`]],
    ['s3:GetObjectRetention', [`${source}/*`]],
    ['s3:GetObjectLegalHold', [`${source}/*`]],
    ['s3:ReplicateObject', copies],
    ['s3:ReplicateTags', copies],
    ['kms:Decrypt', ['${aws_kms_key.backups_encryption_key.arn}']],
    ['kms:Encrypt', ['${data.aws_kms_alias.replication_replica-key.target_key_arn}']],
    ['kms:GenerateDataKey', ['${data.aws_kms_alias.replication_replica-key.target_key_arn}']],
    ['kms:Encrypt', ['${data.aws_kms_alias.replication_archive-key.target_key_arn}']],
    ['kms:GenerateDataKey', ['${data.aws_kms_alias.replication_archive-key.target_key_arn}']],
  ]);
  expect(statements(storage, 'replication_permissions').at(-1)?.condition).toEqual([
    { test: 'StringEquals', variable: 'kms:ViaService', values: ['s3.eu-central-1.amazonaws.com'] },
  ]);
});

test('S3 takes the role on for the one bucket of the one account', () => {
  expect(statement(storage, 'replication_trust', 'Replicate')).toMatchObject({
    actions: ['sts:AssumeRole'],
    principals: [{ type: 'Service', identifiers: ['s3.amazonaws.com'] }],
    condition: [
      { variable: 'aws:SourceAccount', values: ['123456789012'] },
      { variable: 'aws:SourceArn', values: ['arn:aws:s3:::acme-primary-backups-eu-west-1'] },
    ],
  });
});

const nowhere = { to: 'nowhere', reason: 'It is only a rehearsal.' } as const;

test('an environment that copies nowhere has neither stack nor role for it', () => {
  const stacks = synthesised(
    primaryEnvironment(({ storage: declared }) => {
      if (declared.kind !== 'bucket') return;
      declared.replication = nowhere;
      declared.archive = nowhere;
    }),
  );
  expect(Object.keys(stacks)).toEqual(['bootstrap', 'evidence-store', 'backup-storage', 'access']);
  expect(namesOf(stacks['backup-storage'], 'aws_s3_bucket_replication_configuration')).toEqual([]);
  expect(namesOf(stacks['backup-storage'], 'aws_iam_role')).toEqual([]);
});

test('the password of the repositories follows the replica, and its value is in no state', () => {
  const secret = 'aws_secretsmanager_secret.repository_password';
  expect(resource(storage, secret)).toMatchObject({
    name: 'acme-primary-velero-repository',
    replica: [{ region: 'eu-central-1' }],
    lifecycle: { prevent_destroy: true },
  });
  expect(storage?.resource).not.toHaveProperty('aws_secretsmanager_secret_version');
  const alone = synthesised(
    primaryEnvironment(({ storage: declared }) => {
      if (declared.kind === 'bucket') declared.replication = nowhere;
    }),
  );
  expect(resource(alone['backup-storage'], secret)).not.toHaveProperty('replica');
});

test('an archive alone is replicated to, and has no replica to be late', () => {
  const stacks = synthesised(
    primaryEnvironment(({ storage: declared }) => {
      if (declared.kind === 'bucket') declared.replication = nowhere;
    }),
  );
  expect(
    resource(
      stacks['backup-storage'],
      'aws_s3_bucket_replication_configuration.replication_configuration',
    ),
  ).toMatchObject({ rule: [{ id: 'archive', priority: 0 }] });
  expect(namesOf(stacks['backup-replica'], 'aws_s3_bucket')).not.toContain(
    'replica_storage_bucket',
  );
  expect(JSON.stringify(stacks['backup-replica']?.resource)).not.toContain('ReplicationLatency');
});
