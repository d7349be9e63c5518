import type { Environment } from '@resilience/config/environment';

import { type Scope, scopeOf } from './ci-scope.ts';
import { allow, type Statement } from './statement.ts';

/**
 * What a plan reads: states, and how each resource is configured. No backup, no password; and it writes nothing, not
 * even a lock. The reports of drills are read, too, as measurements are made of them.
 */
export const planStatements = (environment: Environment): Statement[] => {
  const scope = scopeOf(environment);
  return [
    allow(
      'ReadStates',
      ['s3:GetObject'],
      scope.states.map((arn) => `${arn}/*.tfstate`),
    ),
    ...readBuckets(scope),
    ...readKeys(scope),
    ...readAccess(environment, scope),
    ...readAlarms(scope),
    ...readEvidence(environment),
  ];
};

const readBuckets = ({ buckets }: Scope): Statement[] => [
  allow(
    'ReadBuckets',
    [
      's3:GetAccelerateConfiguration',
      's3:GetBucketAcl',
      's3:GetBucketCORS',
      's3:GetBucketLocation',
      's3:GetBucketLogging',
      's3:GetBucketObjectLockConfiguration',
      's3:GetBucketOwnershipControls',
      's3:GetBucketPolicy',
      's3:GetBucketPublicAccessBlock',
      's3:GetBucketRequestPayment',
      's3:GetBucketTagging',
      's3:GetBucketVersioning',
      's3:GetBucketWebsite',
      's3:GetEncryptionConfiguration',
      's3:GetLifecycleConfiguration',
      's3:GetMetricsConfiguration',
      's3:GetReplicationConfiguration',
      's3:ListBucket',
      's3:ListTagsForResource',
    ],
    buckets,
  ),
];

const readKeys = ({ keys, secrets }: Scope): Statement[] => [
  allow('FindKeys', ['kms:ListAliases'], ['*']),
  allow(
    'ReadKeys',
    ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus', 'kms:ListResourceTags'],
    keys,
  ),
  allow(
    'ReadVolumeDefaults',
    ['ec2:GetEbsDefaultKmsKeyId', 'ec2:GetEbsEncryptionByDefault'],
    ['*'],
  ),
  allow(
    'DescribeSecrets',
    ['secretsmanager:DescribeSecret', 'secretsmanager:GetResourcePolicy'],
    secrets,
  ),
];

const readAccess = (
  { cluster }: Environment,
  { roles, providers, clusters, associations }: Scope,
): Statement[] => [
  allow(
    'ReadRoles',
    ['iam:GetRole', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'],
    roles,
  ),
  allow('ReadIdentityProvider', ['iam:GetOpenIDConnectProvider'], providers),
  allow('ReadCluster', ['eks:DescribeCluster'], clusters),
  ...(cluster.identity.kind === 'pod-identity'
    ? [
        allow(
          'ReadAssociations',
          ['eks:DescribePodIdentityAssociation', 'eks:ListPodIdentityAssociations'],
          [...clusters, ...associations],
        ),
      ]
    : []),
];

const readAlarms = ({ topics, rules, budgets }: Scope): Statement[] => [
  allow('ReadTopics', ['sns:GetTopicAttributes', 'sns:ListTagsForResource'], topics),
  allow('ReadSubscriptions', ['sns:GetSubscriptionAttributes'], ['*']),
  allow(
    'ReadRules',
    ['events:DescribeRule', 'events:ListTagsForResource', 'events:ListTargetsByRule'],
    rules,
  ),
  allow('ReadAlarms', ['cloudwatch:DescribeAlarms', 'cloudwatch:ListTagsForResource'], ['*']),
  allow('ReadBudgets', ['budgets:ListTagsForResource', 'budgets:ViewBudget'], budgets),
];

/** Those of the clusters, too, that restore what this environment replicates: all are of the organisation. */
const readEvidence = ({ aws, organisation }: Environment): Statement[] => {
  const pattern = `${organisation}-*-evidence-*`;
  const bucket = `arn:${aws.partition}:s3:::${pattern}`;
  return [
    allow('ListEvidence', ['s3:ListBucket'], [bucket]),
    allow('ReadEvidence', ['s3:GetObject'], [`${bucket}/drills/*`, `${bucket}/recoveries/*`]),
    allow(
      'DecryptEvidence',
      ['kms:Decrypt'],
      [`arn:${aws.partition}:kms:*:${aws.account}:key/*`],
      [
        {
          test: 'ForAnyValue:StringLike',
          variable: 'kms:ResourceAliases',
          values: [`alias/${pattern}`],
        },
      ],
    ),
  ];
};
