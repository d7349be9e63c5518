import { type Edited } from '../copy.ts';
import {
  agent,
  location,
  manifest,
  pipelines,
  remove,
  roles,
  type Row,
  storage,
  tf,
} from './plants.ts';

const policyOfTopic = (change: (others: Edited, events: Edited) => void) =>
  storage((_, { aws_iam_policy_document: documents }) => {
    const [others, events] = documents['alarms_policy-document'].statement;
    change(others, events);
  });
const keyOfTopic = (change: (events: Edited) => void) =>
  storage((_, { aws_iam_policy_document: documents }) =>
    change(documents['alarms_encryption_key-policy'].statement.at(-1)),
  );

export const access: readonly Row[] = [
  [
    'access/buckets-are-private',
    'a block is off',
    storage(
      (r) =>
        (r.aws_s3_bucket_public_access_block['backups_storage_public-access'].block_public_policy =
          false),
    ),
  ],
  [
    'access/owner-owns-objects',
    'writers own',
    storage(
      (r) =>
        (r.aws_s3_bucket_ownership_controls.backups_storage_ownership.rule.object_ownership =
          'ObjectWriter'),
    ),
  ],
  [
    'access/no-wildcard-actions',
    's3:*',
    roles((d) => d.velero_permissions.statement[0].actions.push('s3:*')),
  ],
  [
    'access/writes-name-their-target',
    'writes anywhere',
    roles((d) => (d.velero_permissions.statement[3].resources = ['*'])),
  ],
  [
    'access/snapshots-of-others-are-safe',
    'no condition',
    roles((d) =>
      d.velero_permissions.statement
        .filter((s: Edited) => s.actions.includes('ec2:DeleteSnapshot'))
        .forEach((s: Edited) => delete s.condition),
    ),
  ],
  [
    'access/grants-are-for-aws',
    'grants to anybody',
    roles((d) =>
      d.velero_permissions.statement.push({
        effect: 'Allow',
        actions: ['kms:CreateGrant'],
        resources: ['arn:aws:kms:x'],
      }),
    ),
  ],
  [
    'access/trust-is-bound',
    'any account of the cluster',
    roles((d) => delete d.velero_trust.statement[0].condition),
  ],
  [
    'access/pipelines-are-trusted-exactly',
    'every branch of a repository',
    pipelines((d) => {
      const [subject] = d['ci_plan-trust'].statement[0].condition;
      subject.test = 'StringLike';
      subject.values = ['repo:harbour-shop/resilience-layer:*'];
    }),
  ],
  [
    'access/pipelines-are-trusted-exactly',
    'a pattern that is compared as a name',
    pipelines((d) => {
      d['ci_apply-trust'].statement[0].condition[0].values = ['repo:harbour-shop/*:environment:x'];
    }),
  ],
  [
    'access/pipelines-are-trusted-exactly',
    'every branch of a project applies',
    pipelines((d) => {
      const [subject] = d['ci_apply-trust'].statement[0].condition;
      subject.test = 'StringLike';
      subject.values = ['project_path:a/b:ref_type:branch:ref:*'];
    }),
  ],
  [
    'access/pipelines-are-trusted-exactly',
    'tokens for somebody else',
    pipelines((d) => d['ci_apply-trust'].statement[0].condition.pop()),
  ],
  [
    'access/plans-only-read',
    'a plan that writes',
    pipelines((d) => d['ci_plan-permissions'].statement[1].actions.push('s3:PutBucketPolicy')),
  ],
  [
    'access/plans-only-read',
    'a plan that reads backups',
    pipelines((d) =>
      d['ci_plan-permissions'].statement[0].resources.push('arn:aws:s3:::harbour-production-*/*'),
    ),
  ],
  [
    'access/plans-only-read',
    'a plan that decrypts by every key',
    pipelines((d) => delete d['ci_plan-permissions'].statement.at(-1).condition),
  ],
  [
    'access/plans-only-read',
    'a plan that reads passwords',
    pipelines((d) =>
      d['ci_plan-permissions'].statement[0].actions.push('secretsmanager:GetSecretValue'),
    ),
  ],
  [
    'access/grants-are-for-aws',
    'a star that holds them',
    storage((_, { aws_iam_policy_document: documents }) =>
      documents['backups_encryption_key-policy'].statement[0].actions.push('kms:Create*'),
    ),
  ],
  [
    'access/services-send-what-is-asked',
    'a key asks EventBridge for its account',
    keyOfTopic((events) => {
      events.condition = [
        { test: 'StringEquals', variable: 'aws:SourceAccount', values: ['444455556666'] },
      ];
    }),
  ],
  [
    'access/services-send-what-is-asked',
    'a topic asks EventBridge for its rule',
    policyOfTopic((_, events) => {
      events.condition = [
        { test: 'ArnLike', variable: 'aws:SourceArn', values: ['arn:aws:events:*:*:rule/*'] },
      ];
    }),
  ],
  [
    'access/services-send-what-is-asked',
    'EventBridge shares a statement with CloudWatch',
    policyOfTopic((others) => others.principals[0].identifiers.push('events.amazonaws.com')),
  ],
  [
    'access/services-send-what-is-asked',
    'a bucket asks for the organisation of who delivers logs',
    storage((_, { aws_iam_policy_document: documents }) => {
      documents['access_logs_policy-document'].statement[2].condition[0].variable =
        'aws:SourceOrgID';
    }),
  ],
  [
    'access/services-send-what-is-asked',
    'a role asks a service that is not known',
    roles(
      (d) =>
        (d.velero_trust.statement[0].principals = [
          { type: 'Service', identifiers: ['ec2.amazonaws.com'] },
        ]),
    ),
  ],
  [
    'access/break-glass-needs-mfa',
    'no second factor',
    roles(
      (d) =>
        (d['break-glass-trust'].statement[0].condition = d[
          'break-glass-trust'
        ].statement[0].condition.slice(0, 1)),
    ),
  ],
  [
    'access/foreign-backups-are-read-only',
    'DR writes',
    location((s) => (s.accessMode = 'ReadWrite')),
    'dr',
  ],
  [
    'access/pods-are-confined',
    'a privileged agent',
    agent((pod) => (pod.containers[0].securityContext.privileged = true)),
  ],
  ['access/network-is-closed', 'open', remove('velero-network/networkpolicy-deny-by-default')],
  [
    'access/node-credentials-are-out-of-reach',
    'all of the internet',
    manifest(
      'velero-network/networkpolicy-egress-to-aws-and-api',
      ({ spec }) => delete spec.egress[1].to[0].ipBlock.except,
    ),
  ],
  [
    'access/regions-are-allowed',
    'São Paulo',
    tf('backup-storage', ({ provider }) => (provider.aws[0].region = 'sa-east-1')),
  ],
  [
    'access/accounts-are-pinned',
    'any account',
    tf('backup-storage', ({ provider }) => delete provider.aws[0].allowed_account_ids),
  ],
  [
    'access/state-is-guarded',
    'backups that anybody may make expire',
    manifest(
      'velero-guard/validatingadmissionpolicy-resilience-state-is-written-by-velero',
      ({ spec }) => {
        const [only] = spec.matchConstraints.resourceRules;
        only.resources = only.resources.filter((each: string) => each !== 'backups');
      },
    ),
  ],
  [
    'access/state-is-guarded',
    'movements that are only audited',
    manifest(
      'velero-guard/validatingadmissionpolicybinding-resilience-movements-are-written-by-velero',
      ({ spec }) => (spec.validationActions = ['Audit']),
    ),
  ],
  [
    'access/service-accounts-have-roles',
    'a role that is not there',
    manifest(
      'velero-identity/serviceaccount-velero',
      ({ metadata }) => (metadata.annotations['eks.amazonaws.com/role-arn'] += '-2'),
    ),
  ],
];
