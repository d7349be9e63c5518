import type { BucketNames } from '@resilience/config/names';

import { allow, type Statement, through } from './statement.ts';

interface End extends BucketNames {
  readonly keyArn: string;
}

/**
 * What S3 needs to copy new objects, with their encryption, to other buckets; deletions stay out.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
export const replicationStatements = (source: End, copies: readonly End[]): Statement[] => [
  allow('ReadConfiguration', ['s3:GetReplicationConfiguration', 's3:ListBucket'], [source.arn]),
  allow(
    'ReadVersions',
    [
      's3:GetObjectVersionForReplication',
      's3:GetObjectVersionAcl',
      's3:GetObjectVersionTagging',
      's3:GetObjectRetention',
      's3:GetObjectLegalHold',
    ],
    [`${source.arn}/*`],
  ),
  allow(
    'WriteCopies',
    ['s3:ReplicateObject', 's3:ReplicateTags'],
    copies.map(({ arn }) => `${arn}/*`),
  ),
  allow('DecryptSource', ['kms:Decrypt'], [source.keyArn], [through('s3', source.region)]),
  ...copies.map(({ keyArn, region }, index) =>
    allow(
      `EncryptCopy${index + 1}`,
      ['kms:Encrypt', 'kms:GenerateDataKey'],
      [keyArn],
      [through('s3', region)],
    ),
  ),
];
