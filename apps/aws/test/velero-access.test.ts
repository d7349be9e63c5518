import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { only, statements, synthesised } from './synthesised.ts';

const access = (environment: Parameters<typeof synthesised>[0]) =>
  synthesised(environment)['velero-access'];

const actionsOf = (environment: Parameters<typeof synthesised>[0]): string[] =>
  statements(access(environment), 'permissions').flatMap(({ actions }) => actions);

test("only Velero's service account in the declared cluster takes the role on", () => {
  const stack = access(primaryEnvironment());
  const issuer = 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF';
  expect(only(stack, 'aws_iam_role')).toMatchObject({ name: 'acme-primary-velero' });
  expect(statements(stack, 'trust')).toEqual([
    {
      actions: ['sts:AssumeRoleWithWebIdentity'],
      principals: [
        { type: 'Federated', identifiers: [`arn:aws:iam::123456789012:oidc-provider/${issuer}`] },
      ],
      condition: [
        {
          test: 'StringEquals',
          variable: `${issuer}:sub`,
          values: ['system:serviceaccount:velero:velero'],
        },
        { test: 'StringEquals', variable: `${issuer}:aud`, values: ['sts.amazonaws.com'] },
      ],
    },
  ]);
});

test('an environment that writes backups may do what Velero does, and no more', () => {
  expect(actionsOf(primaryEnvironment())).toEqual([
    's3:ListBucket',
    's3:GetObject',
    'kms:Decrypt',
    's3:PutObject',
    's3:PutObjectTagging',
    's3:DeleteObject',
    's3:AbortMultipartUpload',
    's3:ListMultipartUploadParts',
    'kms:GenerateDataKey',
    'ec2:DescribeVolumes',
    'ec2:DescribeSnapshots',
    'ec2:CreateSnapshot',
    'ec2:CreateVolume',
    'ec2:DeleteSnapshot',
    'ec2:CreateTags',
  ]);
});

test('an environment that mounts a replica may read it, and write after a failover', () => {
  expect(actionsOf(replicaEnvironment())).toEqual(['s3:ListBucket', 's3:GetObject', 'kms:Decrypt']);
  const failedOver = replicaEnvironment((declaration) => {
    declaration.storage = { kind: 'replica', of: 'primary', accessMode: 'ReadWrite' };
  });
  expect(actionsOf(failedOver)).toContain('s3:PutObject');
});

test('rights end at the bucket and the key that the environment mounts', () => {
  const stack = access(replicaEnvironment());
  expect(statements(stack, 'permissions').map(({ resources }) => resources)).toEqual([
    ['arn:aws:s3:::acme-primary-backups-eu-central-1'],
    ['arn:aws:s3:::acme-primary-backups-eu-central-1/*'],
    ['${data.aws_kms_alias.key.target_key_arn}'],
  ]);
  expect(stack?.data['aws_kms_alias']).toEqual({
    key: { name: 'alias/acme-primary-backups-eu-central-1' },
  });
});

test('only the look-ups of EC2 are for all resources', () => {
  const wide = statements(access(primaryEnvironment()), 'permissions').filter(({ resources }) =>
    resources?.includes('*'),
  );
  expect(wide.flatMap(({ actions }) => actions)).toEqual([
    'ec2:DescribeVolumes',
    'ec2:DescribeSnapshots',
  ]);
});
