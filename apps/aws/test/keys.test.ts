import { primaryEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { resource, statement, statements, synthesised } from './synthesised.ts';

const stacks = synthesised(primaryEnvironment());
const role = (name: string): string => `arn:aws:iam::123456789012:role/acme-${name}`;

test.each([
  [
    'backup-storage',
    'backups',
    'eu-west-1',
    [
      'primary-velero',
      'primary-node-agent',
      'primary-drill',
      'primary-recovery',
      'primary-backup-replication',
      'primary-break-glass',
    ],
  ],
  [
    'backup-replica',
    'replica',
    'eu-central-1',
    [
      'standby-velero',
      'standby-node-agent',
      'standby-drill',
      'standby-recovery',
      'primary-backup-replication',
      'primary-break-glass',
    ],
  ],
  [
    'backup-replica',
    'archive',
    'eu-central-1',
    ['primary-backup-replication', 'primary-break-glass'],
  ],
])('%s: the key of %s serves its users by name, through S3', (stack, id, region, users) => {
  expect(statement(stacks[stack], `${id}_encryption_key-policy`, 'UseThroughS3')).toMatchObject({
    actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
    condition: [
      { variable: 'kms:ViaService', values: [`s3.${region}.amazonaws.com`] },
      { test: 'ArnEquals', variable: 'aws:PrincipalArn', values: users.map(role) },
    ],
  });
});

test('the key of a replica that nobody may mount serves nobody who would', () => {
  const alone = synthesised(
    primaryEnvironment(({ storage }) => {
      if (storage.kind === 'bucket' && storage.replication.to === 'dr-region') {
        storage.replication.readBy = [];
      }
    }),
  );
  const { condition } = statement(
    alone['backup-replica'],
    'replica_encryption_key-policy',
    'UseThroughS3',
  );
  expect(condition?.at(-1)?.values).toEqual(
    ['primary-backup-replication', 'primary-break-glass'].map(role),
  );
});

test('administrators manage every key and can use none', () => {
  const policies = Object.values(stacks).flatMap((stack) =>
    Object.keys(stack.data['aws_iam_policy_document'] ?? {})
      .filter((document) => document.endsWith('key-policy'))
      .map((document) => statement(stack, document, 'Administer')),
  );
  expect(policies).toHaveLength(10);
  for (const { actions, condition } of some(policies)) {
    expect(condition).toBeUndefined();
    expect(actions.filter((action) => /\*$|crypt|GenerateDataKey/.test(action))).toEqual([
      'kms:Delete*',
      'kms:Describe*',
      'kms:Disable*',
      'kms:Enable*',
      'kms:Get*',
      'kms:List*',
      'kms:Put*',
      'kms:Revoke*',
      'kms:Update*',
    ]);
  }
});

test("the key of volumes serves whoever may use EC2 in the account, and nobody else's", () => {
  expect(
    statements(stacks['backup-storage'], 'volumes_encryption_key-policy').at(-1)?.condition,
  ).toEqual([
    { test: 'StringEquals', variable: 'kms:ViaService', values: ['ec2.eu-west-1.amazonaws.com'] },
    { test: 'StringEquals', variable: 'kms:CallerAccount', values: ['123456789012'] },
  ]);
});

test("services have other names in China's regions", () => {
  const there = synthesised(
    primaryEnvironment((declaration) => {
      declaration.aws = {
        account: '123456789012',
        partition: 'aws-cn',
        region: 'cn-north-1',
        drRegion: 'cn-northwest-1',
      };
      declaration.cluster.identity = { kind: 'pod-identity' };
      if (declaration.storage.kind === 'bucket') {
        declaration.storage.breakGlass.principals = ['arn:aws-cn:iam::123456789012:user/alice'];
      }
    }),
  );
  expect(
    statement(there['backup-storage'], 'backups_encryption_key-policy', 'UseThroughS3')
      .condition?.[0],
  ).toMatchObject({ values: ['s3.cn-north-1.amazonaws.com.cn'] });
});

test.each([
  ['backup-storage', 'eu-west-1'],
  ['backup-replica', 'eu-central-1'],
])(
  '%s: a key of its own encrypts the repository password, through Secrets Manager',
  (stack, region) => {
    expect(resource(stacks[stack], 'aws_kms_alias.password_encryption_alias')).toMatchObject({
      name: `alias/acme-primary-velero-repository-${region}`,
    });
    expect(
      statement(stacks[stack], 'password_encryption_key-policy', 'UseThroughSecretsManager'),
    ).toMatchObject({
      principals: [{ type: 'AWS', identifiers: ['arn:aws:iam::123456789012:root'] }],
      condition: [
        {
          variable: 'kms:ViaService',
          values: [
            'secretsmanager.eu-west-1.amazonaws.com',
            'secretsmanager.eu-central-1.amazonaws.com',
          ],
        },
      ],
    });
  },
);

test('the secret and its replica each name the key of their region', () => {
  const secret = 'aws_secretsmanager_secret.repository_password';
  expect(resource(stacks['backup-storage'], secret)).toMatchObject({
    kms_key_id: '${aws_kms_key.password_encryption_key.arn}',
    replica: [
      {
        region: 'eu-central-1',
        kms_key_id: '${data.aws_kms_alias.replication_repository-key.target_key_arn}',
      },
    ],
  });
});
