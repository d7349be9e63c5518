import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { only, statements, synthesised } from './synthesised.ts';

const storage = synthesised(primaryEnvironment())['backup-storage'];

test('encrypted objects are replicated within 15 minutes, deletions never', () => {
  expect(only(storage, 'aws_s3_bucket_replication_configuration')).toMatchObject({
    rule: [
      {
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
    ],
  });
});

test("the replica's key is looked up in the replica's region", () => {
  expect(storage?.data['aws_kms_alias']).toEqual({
    'replication_replica-key': {
      name: 'alias/acme-primary-backups-eu-central-1',
      provider: 'aws.dr',
    },
  });
  expect(storage?.provider.aws[1]).toMatchObject({ alias: 'dr', region: 'eu-central-1' });
});

test('the role may read here and write there, and use each key through S3 alone', () => {
  const granted = statements(storage, 'replication_permissions').map(({ actions, resources }) =>
    actions.map((action) => [action, resources]),
  );
  const [source, replica] = ['eu-west-1', 'eu-central-1'].map(
    (region) => `arn:aws:s3:::acme-primary-backups-${region}`,
  );
  expect(granted.flat()).toEqual([
    ['s3:GetReplicationConfiguration', [source]],
    ['s3:ListBucket', [source]],
    ['s3:GetObjectVersionForReplication', [`${source}/*`]],
    ['s3:GetObjectVersionAcl', [`${source}/*`]],
    ['s3:GetObjectVersionTagging', [`${source}/*`]],
    ['s3:GetObjectRetention', [`${source}/*`]],
    ['s3:GetObjectLegalHold', [`${source}/*`]],
    ['s3:ReplicateObject', [`${replica}/*`]],
    ['s3:ReplicateTags', [`${replica}/*`]],
    ['kms:Decrypt', ['${aws_kms_key.backups_encryption_key.arn}']],
    ['kms:Encrypt', ['${data.aws_kms_alias.replication_replica-key.target_key_arn}']],
    ['kms:GenerateDataKey', ['${data.aws_kms_alias.replication_replica-key.target_key_arn}']],
  ]);
  expect(statements(storage, 'replication_permissions').at(-1)?.condition).toEqual([
    { test: 'StringEquals', variable: 'kms:ViaService', values: ['s3.eu-central-1.amazonaws.com'] },
  ]);
});

test('an environment that replicates nowhere has neither replica nor replication', () => {
  const stacks = synthesised(
    primaryEnvironment((declaration) => {
      if (declaration.storage.kind !== 'bucket') return;
      declaration.storage.replication = { to: 'nowhere', reason: 'It is only a rehearsal.' };
    }),
  );
  expect(Object.keys(stacks)).toEqual(['backup-storage', 'velero-access']);
  expect(stacks['backup-storage']?.resource).not.toHaveProperty(
    'aws_s3_bucket_replication_configuration',
  );
});
