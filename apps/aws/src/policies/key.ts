import type { Environment } from '@resilience/config/environment';
import type { RoleNames } from '@resilience/config/names';

import {
  type Condition,
  equals,
  eventBridge,
  grant,
  type Statement,
  through,
} from './statement.ts';

type Account = Pick<Environment, 'aws'>;

const accountRoot = ({ aws }: Account) => ({
  type: 'AWS' as const,
  identifiers: [`arn:${aws.partition}:iam::${aws.account}:root`],
});

/** The account's administrators manage the key by their own policies; that includes no use of it. */
export const administerKey = (account: Account): Statement =>
  grant('Administer', accountRoot(account), [
    'kms:CancelKeyDeletion',
    // Not `Create*`, which holds CreateGrant: a grant lets anybody use the key.
    'kms:CreateAlias',
    'kms:Delete*',
    'kms:Describe*',
    'kms:Disable*',
    'kms:Enable*',
    'kms:Get*',
    'kms:List*',
    'kms:Put*',
    'kms:Revoke*',
    'kms:RotateKeyOnDemand',
    'kms:ScheduleKeyDeletion',
    'kms:TagResource',
    'kms:UntagResource',
    'kms:Update*',
  ]);

/**
 * The roles that use a bucket's key, through S3 and as far as their own policies let them. Named by a
 * condition and not as principals, which would have to exist before the key.
 */
export const useKeyOfBucket = (
  account: Account,
  region: string,
  roles: readonly RoleNames[],
): Statement =>
  grant(
    'UseThroughS3',
    accountRoot(account),
    ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
    {
      condition: [
        through('s3', region),
        { test: 'ArnEquals', variable: 'aws:PrincipalArn', values: roles.map(({ arn }) => arn) },
      ],
    },
  );

/** Whoever may read the bucket may read what is in it. */
export const readThroughS3 = (account: Account, region: string): Statement =>
  grant('ReadThroughS3', accountRoot(account), ['kms:Decrypt'], {
    condition: [through('s3', region)],
  });

/**
 * Whoever may create and attach volumes in this account, as with the key of AWS that this one replaces.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html
 */
export const useKeyOfVolumes = ({ aws }: Account, region: string): Statement =>
  grant(
    'UseThroughEc2',
    { type: 'AWS', identifiers: ['*'] },
    [
      'kms:CreateGrant',
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey*',
      'kms:ReEncrypt*',
    ],
    { condition: [through('ec2', region), equals('kms:CallerAccount', aws.account)] },
  );

/**
 * Lets every identity of this account use the key whose own policies allow the secret and the key: a person puts the
 * password there, whom no declaration names. Secrets Manager of either region replicates it.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 */
export const useKeyOfSecret = (account: Account): Statement =>
  grant(
    'UseThroughSecretsManager',
    accountRoot(account),
    ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
    { condition: [through('secretsmanager', ...regionsIn(account))] },
  );

const regionsIn = ({ aws }: Account): string[] =>
  aws.drRegion === undefined ? [aws.region] : [aws.region, aws.drRegion];

const encrypt = ['kms:Decrypt', 'kms:GenerateDataKey*'];

/** Services that publish to an encrypted topic, and say for which account they do. */
export const useKeyOfTopic = ({ aws }: Account, services: readonly string[]): Statement =>
  grant('PublishEncrypted', { type: 'Service', identifiers: [...services] }, encrypt, {
    condition: [ofAccount(aws.account)],
  });

/**
 * EventBridge does not say to KMS which account or rule it acts for: a condition on its source would
 * shut it out. SNS names the topic in each call, so the key serves no other.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export const useKeyOfTopicForEvents = (topicArn: string): Statement =>
  grant('PublishEncryptedEvents', eventBridge, encrypt, {
    condition: [equals('kms:EncryptionContext:aws:sns:topicArn', topicArn)],
  });

/** A service acts for this account, and for no other. */
export const ofAccount = (account: string): Condition => equals('aws:SourceAccount', account);
