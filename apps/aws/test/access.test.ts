import type { Environment } from '@resilience/config/environment';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { namesOf, resource, statement, statements, synthesised } from './synthesised.ts';

const access = (environment: Environment) => synthesised(environment)['access'];
const primary = access(primaryEnvironment());
const standby = access(replicaEnvironment());
const failedOver = access(
  replicaEnvironment((declaration) => {
    declaration.storage = { kind: 'replica', of: 'primary', accessMode: 'ReadWrite' };
  }),
);
const withPodIdentity = access(
  primaryEnvironment((declaration) => {
    declaration.cluster.identity = { kind: 'pod-identity' };
  }),
);

const actionsOf = (stack: typeof primary, document: string): string[] =>
  statements(stack, document).flatMap(({ actions }) => actions);

const issuer = 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF';
const reading = ['s3:ListBucket', 's3:GetObject', 'kms:Decrypt'];
const writing = [
  's3:PutObject',
  's3:DeleteObject',
  's3:AbortMultipartUpload',
  's3:ListMultipartUploadParts',
  'kms:GenerateDataKey',
];

test.each([
  ['velero', 'acme-primary-velero', 'velero'],
  ['node-agent', 'acme-primary-node-agent', 'velero-node-agent'],
  ['drill', 'acme-primary-drill', 'resilience-drills'],
  ['recovery', 'acme-primary-recovery', 'resilience-runbooks'],
  ['monitoring', 'acme-primary-monitoring', 'resilience-cloudwatch'],
])('the role of %s is for its own service account in the cluster', (id, name, account) => {
  expect(resource(primary, `aws_iam_role.${id}_role`)).toMatchObject({ name });
  expect(statements(primary, `${id}_trust`)).toEqual([
    {
      actions: ['sts:AssumeRoleWithWebIdentity'],
      principals: [
        { type: 'Federated', identifiers: [`arn:aws:iam::123456789012:oidc-provider/${issuer}`] },
      ],
      condition: [
        {
          test: 'StringEquals',
          variable: `${issuer}:sub`,
          values: [`system:serviceaccount:velero:${account}`],
        },
        { test: 'StringEquals', variable: `${issuer}:aud`, values: ['sts.amazonaws.com'] },
      ],
    },
  ]);
});

test('with Pod Identity, EKS hands the roles out, to the same service accounts', () => {
  expect(statements(withPodIdentity, 'velero_trust')).toMatchObject([
    {
      actions: ['sts:AssumeRole', 'sts:TagSession'],
      principals: [{ type: 'Service', identifiers: ['pods.eks.amazonaws.com'] }],
      condition: [
        { variable: 'aws:SourceAccount', values: ['123456789012'] },
        {
          variable: 'aws:SourceArn',
          values: ['arn:aws:eks:eu-west-1:123456789012:cluster/acme-primary'],
        },
        { variable: 'aws:RequestTag/kubernetes-namespace', values: ['velero'] },
        { variable: 'aws:RequestTag/kubernetes-service-account', values: ['velero'] },
      ],
    },
  ]);
  expect(
    resource(withPodIdentity, 'aws_eks_pod_identity_association.velero_association'),
  ).toMatchObject({
    cluster_name: 'acme-primary',
    namespace: 'velero',
    service_account: 'velero',
    role_arn: '${aws_iam_role.velero_role.arn}',
  });
  expect(namesOf(primary, 'aws_eks_pod_identity_association')).toEqual([]);
});

test('an environment that writes backups may do what Velero does, and no more', () => {
  expect(actionsOf(primary, 'velero_permissions')).toEqual([
    ...reading,
    ...writing,
    'ec2:DescribeVolumes',
    'ec2:DescribeSnapshots',
    'ec2:CreateSnapshot',
    'ec2:CreateSnapshot',
    'ec2:CreateVolume',
    'ec2:CreateVolume',
    'ec2:DeleteSnapshot',
    'ec2:CreateTags',
  ]);
  expect(actionsOf(primary, 'node-agent_permissions')).toEqual([...reading, ...writing]);
});

test.each(['velero', 'node-agent', 'drill', 'recovery'])(
  'an environment that mounts a replica lets %s read it, and write after a failover',
  (id) => {
    const backups = 'arn:aws:s3:::acme-primary-backups-eu-central-1/';
    const written = statements(standby, `${id}_permissions`)
      .filter(({ actions }) => actions.some((action) => /^s3:(Put|Delete)/.test(action)))
      .flatMap(({ resources }) => resources)
      .filter((arn) => arn?.startsWith(backups));
    expect(written).toEqual(id === 'velero' ? [`${backups}restores/*`] : []);
    expect(statement(standby, `${id}_permissions`, 'ListBackups').resources).toEqual([
      'arn:aws:s3:::acme-primary-backups-eu-central-1',
    ]);
    expect(actionsOf(failedOver, `${id}_permissions`).includes('s3:AbortMultipartUpload')).toBe(
      !['drill', 'recovery'].includes(id),
    );
  },
);

test("the node-agent knows only kopia's objects", () => {
  const kopia = ['arn:aws:s3:::acme-primary-backups-eu-west-1/kopia/*'];
  expect(statement(primary, 'node-agent_permissions', 'ReadBackups').resources).toEqual(kopia);
  expect(statement(primary, 'node-agent_permissions', 'WriteBackups').resources).toEqual(kopia);
});

test('snapshots are of volumes of the cluster, and Velero deletes only its own', () => {
  const owned = 'kubernetes.io/cluster/acme-primary';
  const conditions = statements(primary, 'velero_permissions')
    .filter(({ actions }) => actions.some((action) => action.startsWith('ec2:')))
    .map(({ sid, resources, condition }) => [
      sid,
      resources?.map((arn) => arn.replace('arn:aws:ec2:eu-west-1:*:', '')).join(),
      condition?.map(({ test: operator, variable }) => `${operator} ${variable}`).join(),
    ]);
  expect(conditions).toEqual([
    ['FindVolumesAndSnapshots', '*', undefined],
    ['SnapshotVolumesOfCluster', 'volume/*', `StringEquals aws:ResourceTag/${owned}`],
    ['MakeTaggedSnapshots', 'snapshot/*', 'Null aws:RequestTag/velero.io/backup'],
    ['RestoreSnapshots', 'snapshot/*', 'Null aws:ResourceTag/velero.io/backup'],
    ['RestoreVolumesOfCluster', 'volume/*', `StringEquals aws:RequestTag/${owned}`],
    ['DeleteSnapshots', 'snapshot/*', 'Null aws:ResourceTag/velero.io/backup'],
    ['TagWhatIsCreated', 'volume/*,snapshot/*', 'StringEquals ec2:CreateAction'],
  ]);
});

test('a drill looks, and leaves evidence that it cannot take back', () => {
  expect(actionsOf(primary, 'drill_permissions')).toEqual([
    ...reading,
    's3:PutObject',
    's3:GetObject',
    'kms:GenerateDataKey',
    'kms:Decrypt',
    'cloudwatch:GetMetricData',
    'ec2:DescribeVolumes',
    'servicequotas:GetServiceQuota',
    'secretsmanager:GetSecretValue',
    'secretsmanager:DescribeSecret',
    'kms:Decrypt',
  ]);
  expect(actionsOf(primary, 'recovery_permissions')).toEqual(
    actionsOf(primary, 'drill_permissions'),
  );
  expect(statement(primary, 'drill_permissions', 'LeaveEvidence').resources).toEqual([
    'arn:aws:s3:::acme-primary-evidence-eu-west-1/*',
  ]);
});

test.each([
  ['the cluster', primary],
  ['a standby', standby],
])('the exporter of %s reads metrics and nothing else', (_, stack) => {
  expect(actionsOf(stack, 'monitoring_permissions')).toEqual(['cloudwatch:GetMetricStatistics']);
});

test('the password is read from the region of the cluster, where the bucket is mounted', () => {
  const secret = 'secret:acme-primary-velero-repository-??????';
  expect([primary, standby].map((stack) => statements(stack, 'secrets_permissions'))).toMatchObject(
    ['eu-west-1', 'eu-central-1'].map((region) => [
      {
        actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
        resources: [`arn:aws:secretsmanager:${region}:123456789012:${secret}`],
      },
      {
        actions: ['kms:Decrypt'],
        resources: ['${data.aws_kms_alias.repository-key.target_key_arn}'],
        condition: [
          { variable: 'kms:ViaService', values: [`secretsmanager.${region}.amazonaws.com`] },
        ],
      },
    ]),
  );
});

test('people break the glass with MFA, read every copy and delete none', () => {
  expect(resource(primary, 'aws_iam_role.break-glass-role')).toMatchObject({
    name: 'acme-primary-break-glass',
    max_session_duration: 3600,
  });
  expect(statements(primary, 'break-glass-trust')).toMatchObject([
    {
      actions: ['sts:AssumeRole'],
      condition: [
        { variable: 'aws:PrincipalArn', values: ['arn:aws:iam::123456789012:user/alice'] },
        { test: 'Bool', variable: 'aws:MultiFactorAuthPresent', values: ['true'] },
        { test: 'NumericLessThan', variable: 'aws:MultiFactorAuthAge', values: ['3600'] },
      ],
    },
  ]);
  expect(statement(primary, 'break-glass-permissions', 'ListCopies').resources).toEqual([
    'arn:aws:s3:::acme-primary-backups-eu-west-1',
    'arn:aws:s3:::acme-primary-backups-eu-central-1',
    'arn:aws:s3:::acme-primary-archive-eu-central-1',
  ]);
  const actions = actionsOf(primary, 'break-glass-permissions');
  expect(actions.filter((action) => /Delete|Put|Bypass/.test(action))).toEqual([]);
});

test('where there is no archive, nothing is thawed, and where there is no bucket, no glass is broken', () => {
  const withoutArchive = access(
    primaryEnvironment((declaration) => {
      if (declaration.storage.kind !== 'bucket') return;
      declaration.storage.archive = { to: 'nowhere', reason: 'It is only a rehearsal.' };
    }),
  );
  expect(actionsOf(primary, 'break-glass-permissions')).toContain('s3:RestoreObject');
  expect(actionsOf(withoutArchive, 'break-glass-permissions')).not.toContain('s3:RestoreObject');
  expect(namesOf(standby, 'aws_iam_role')).toEqual([
    'velero_role',
    'node-agent_role',
    'drill_role',
    'recovery_role',
    'secrets_role',
    'monitoring_role',
  ]);
});

test.each(['velero', 'node-agent', 'drill', 'monitoring', 'break-glass'])(
  'what %s may do to all resources is only to look',
  (id) => {
    const document = id === 'break-glass' ? 'break-glass-permissions' : `${id}_permissions`;
    const wide = statements(primary, document).filter(({ resources }) => resources?.includes('*'));
    const actions = wide.flatMap((each) => each.actions);
    expect(actions.filter((action) => !/:(Describe|Get)/.test(action))).toEqual([]);
  },
);
