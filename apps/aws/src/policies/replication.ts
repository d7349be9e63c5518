import type { BucketNames } from '@resilience/config/names';

import { allow, type Statement } from './statement.ts';

interface End extends BucketNames {
  readonly keyArn: string;
}

/**
 * What S3 needs to copy new objects, with their encryption, to the replica; deletions stay out.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
export const replicationStatements = (source: End, replica: End): Statement[] => [
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
  allow('WriteReplica', ['s3:ReplicateObject', 's3:ReplicateTags'], [`${replica.arn}/*`]),
  allow('DecryptSource', ['kms:Decrypt'], [source.keyArn], [through(source)]),
  allow(
    'EncryptReplica',
    ['kms:Encrypt', 'kms:GenerateDataKey'],
    [replica.keyArn],
    [through(replica)],
  ),
];

/** The key may be used by S3 in the bucket's region, not by hand. */
const through = ({ region }: BucketNames) => ({
  test: 'StringEquals',
  variable: 'kms:ViaService',
  values: [`s3.${region}.amazonaws.com`],
});
