import { type BucketEnvironment, isArchived, isReplicated } from '@resilience/config/environment';
import {
  archiveBucket,
  backupBucket,
  type BucketNames,
  environmentTag,
  replicaBucket,
} from '@resilience/config/names';

import { allow, equals, isPresent, type Statement } from './statement.ts';

/** Every bucket that holds copies of the environment's backups. */
const copies = (environment: BucketEnvironment): BucketNames[] => [
  backupBucket(environment),
  ...(isReplicated(environment) ? [replicaBucket(environment)] : []),
  ...(isArchived(environment) ? [archiveBucket(environment)] : []),
];

/** Reads every copy with all its versions, thaws the archive, restores snapshots. Deletes nothing. */
export function breakGlassStatements(environment: BucketEnvironment): Statement[] {
  const { aws } = environment;
  const buckets = copies(environment);
  const objects = buckets.map(({ arn }) => `${arn}/*`);
  const ec2 = (resource: string): string => `arn:${aws.partition}:ec2:*:*:${resource}/*`;
  return [
    allow(
      'ListCopies',
      ['s3:ListBucket', 's3:ListBucketVersions'],
      buckets.map(({ arn }) => arn),
    ),
    allow('ReadCopies', ['s3:GetObject', 's3:GetObjectVersion'], objects),
    ...(isArchived(environment)
      ? [allow('ThawArchive', ['s3:RestoreObject'], [`${archiveBucket(environment).arn}/*`])]
      : []),
    allow(
      'DecryptCopies',
      ['kms:Decrypt'],
      [`arn:${aws.partition}:kms:*:${aws.account}:key/*`],
      [
        {
          test: 'ForAnyValue:StringEquals',
          variable: 'kms:ResourceAliases',
          values: buckets.map(({ keyAlias }) => keyAlias),
        },
      ],
    ),
    allow('FindSnapshots', ['ec2:DescribeSnapshots', 'ec2:DescribeVolumes'], ['*']),
    allow(
      'RestoreSnapshotsOfVelero',
      ['ec2:CreateVolume'],
      [ec2('snapshot')],
      [isPresent('aws:ResourceTag/velero.io/backup')],
    ),
    allow(
      'RestoreSnapshotsOfDriver',
      ['ec2:CreateVolume'],
      [ec2('snapshot')],
      [equals(`aws:ResourceTag/${environmentTag}`, environment.name)],
    ),
    allow('CreateVolumes', ['ec2:CreateVolume'], [ec2('volume')]),
  ];
}

/** MFA within the last hour, by one of the declared people or roles. */
export const breakGlassTrust = ({ aws, storage }: BucketEnvironment): Statement => ({
  actions: ['sts:AssumeRole'],
  principals: [{ type: 'AWS', identifiers: [`arn:${aws.partition}:iam::${aws.account}:root`] }],
  condition: [
    { test: 'ArnEquals', variable: 'aws:PrincipalArn', values: storage.breakGlass.principals },
    { test: 'Bool', variable: 'aws:MultiFactorAuthPresent', values: ['true'] },
    { test: 'NumericLessThan', variable: 'aws:MultiFactorAuthAge', values: ['3600'] },
  ],
});
