import type { Environment } from '@resilience/config/environment';
import { environmentTag, replicationRole } from '@resilience/config/names';

import { planStatements } from './ci-plan.ts';
import { type Scope, scopeOf } from './ci-scope.ts';
import { allow, equals, type Statement } from './statement.ts';

/**
 * What an apply does beside reading: it makes and changes what the stacks describe. It deletes no bucket, key, secret
 * or object, reads no backup, and leaves alone the roles of the pipelines and whom they trust.
 */
export const applyStatements = (environment: Environment): Statement[] => {
  const scope = scopeOf(environment);
  return [
    ...planStatements(environment),
    ...writeStates(scope),
    writeBuckets(scope),
    ...writeKeys(environment, scope),
    ...writeRoles(environment, scope),
    ...writeAlarms(scope),
  ];
};

const writeStates = ({ states }: Scope): Statement[] => [
  allow(
    'WriteStates',
    ['s3:PutObject'],
    states.flatMap((arn) => [`${arn}/*.tfstate`, `${arn}/*.tflock`]),
  ),
  allow(
    'ReleaseLocks',
    ['s3:DeleteObject', 's3:GetObject'],
    states.map((arn) => `${arn}/*.tflock`),
  ),
];

const writeBuckets = ({ buckets }: Scope): Statement =>
  allow(
    'WriteBuckets',
    [
      's3:CreateBucket',
      's3:PutBucketLogging',
      's3:PutBucketObjectLockConfiguration',
      's3:PutBucketOwnershipControls',
      's3:PutBucketPolicy',
      's3:PutBucketPublicAccessBlock',
      's3:PutBucketTagging',
      's3:PutBucketVersioning',
      's3:PutEncryptionConfiguration',
      's3:PutLifecycleConfiguration',
      's3:PutMetricsConfiguration',
      's3:PutReplicationConfiguration',
      's3:TagResource',
      's3:UntagResource',
    ],
    buckets,
  );

/** Keys are known by the tag that every stack gives them: their ids are not known before they are made. */
function writeKeys({ name }: Environment, { aliases, keys, secrets }: Scope): Statement[] {
  const ours = equals(`aws:ResourceTag/${environmentTag}`, name);
  return [
    allow(
      'CreateKeys',
      ['kms:CreateKey'],
      ['*'],
      [equals(`aws:RequestTag/${environmentTag}`, name)],
    ),
    allow(
      'WriteKeys',
      [
        'kms:CreateAlias',
        'kms:EnableKeyRotation',
        'kms:PutKeyPolicy',
        'kms:TagResource',
        'kms:UpdateKeyDescription',
      ],
      keys,
      [ours],
    ),
    allow('WriteAliases', ['kms:CreateAlias', 'kms:UpdateAlias'], aliases),
    // A key that is made is tagged in the same request, before it has a tag.
    allow('TagKeys', ['kms:TagResource'], keys, [equals(`aws:RequestTag/${environmentTag}`, name)]),
    allow(
      'WriteVolumeDefaults',
      ['ec2:EnableEbsEncryptionByDefault', 'ec2:ModifyEbsDefaultKmsKeyId'],
      ['*'],
    ),
    allow(
      'WriteSecrets',
      [
        'secretsmanager:CreateSecret',
        'secretsmanager:ReplicateSecretToRegions',
        'secretsmanager:TagResource',
        'secretsmanager:UpdateSecret',
      ],
      secrets,
    ),
  ];
}

function writeRoles(
  environment: Environment,
  { associations, clusters, pipelines, providers, roles }: Scope,
): Statement[] {
  const writing = [
    'iam:CreateRole',
    'iam:PutRolePolicy',
    'iam:TagRole',
    'iam:UntagRole',
    'iam:UpdateAssumeRolePolicy',
    'iam:UpdateRole',
  ];
  return [
    allow('WriteRoles', writing, roles),
    {
      ...allow(
        'LeavePipelinesAlone',
        [...writing, 'iam:UpdateOpenIDConnectProviderThumbprint'],
        [...pipelines, ...providers],
      ),
      effect: 'Deny',
    },
    pass('PassRoleOfReplication', [replicationRole(environment).arn], 's3'),
    ...(environment.cluster.identity.kind === 'pod-identity'
      ? [
          pass('PassRolesOfPods', roles, 'pods.eks'),
          allow(
            'AssociateRoles',
            ['eks:CreatePodIdentityAssociation', 'eks:TagResource'],
            [...clusters, ...associations],
          ),
          allow(
            'ChangeAssociations',
            ['eks:DeletePodIdentityAssociation', 'eks:UpdatePodIdentityAssociation'],
            associations,
          ),
        ]
      : []),
  ];
}

const pass = (sid: string, roles: string[], service: string): Statement =>
  allow(sid, ['iam:PassRole'], roles, [equals('iam:PassedToService', `${service}.amazonaws.com`)]);

const writeAlarms = ({ alarms, budgets, rules, topics }: Scope): Statement[] => [
  allow(
    'WriteTopics',
    ['sns:CreateTopic', 'sns:SetTopicAttributes', 'sns:Subscribe', 'sns:TagResource'],
    topics,
  ),
  allow(
    'WriteRules',
    ['events:PutRule', 'events:PutTargets', 'events:RemoveTargets', 'events:TagResource'],
    rules,
  ),
  allow('WriteAlarms', ['cloudwatch:PutMetricAlarm', 'cloudwatch:TagResource'], alarms),
  allow('WriteBudgets', ['budgets:ModifyBudget', 'budgets:TagResource'], budgets),
];
