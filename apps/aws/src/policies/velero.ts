import type { Environment } from '@resilience/config/environment';

import { allow, type Statement } from './statement.ts';

/**
 * What Velero's server and node-agent call, and no more.
 *
 * @param keyArn the key of the bucket that they mount
 * @see https://github.com/vmware-tanzu/velero-plugin-for-aws/tree/v1.14.3#set-permissions-for-velero
 */
export const veleroStatements = (environment: Environment, keyArn: string): Statement[] =>
  environment.backups.accessMode === 'ReadOnly'
    ? readBackups(environment, keyArn)
    : [
        ...readBackups(environment, keyArn),
        ...writeBackups(environment, keyArn),
        ...snapshotVolumes(environment),
      ];

const readBackups = ({ backups }: Environment, keyArn: string): Statement[] => [
  allow('ListBackups', ['s3:ListBucket'], [backups.arn]),
  allow('ReadBackups', ['s3:GetObject'], [`${backups.arn}/*`]),
  allow('DecryptBackups', ['kms:Decrypt'], [keyArn]),
];

const writeBackups = ({ backups }: Environment, keyArn: string): Statement[] => [
  allow(
    'WriteBackups',
    [
      's3:PutObject',
      's3:PutObjectTagging',
      's3:DeleteObject',
      's3:AbortMultipartUpload',
      's3:ListMultipartUploadParts',
    ],
    [`${backups.arn}/*`],
  ),
  allow('EncryptBackups', ['kms:GenerateDataKey'], [keyArn]),
];

/** For volumes that no CSI driver provides; the driver has a role of its own. */
function snapshotVolumes({ aws }: Environment): Statement[] {
  const ec2 = (resource: string): string =>
    `arn:${aws.partition}:ec2:${aws.region}:*:${resource}/*`;
  return [
    // EC2 knows no narrower resource for these two.
    allow('FindVolumesAndSnapshots', ['ec2:DescribeVolumes', 'ec2:DescribeSnapshots'], ['*']),
    allow(
      'SnapshotVolumes',
      ['ec2:CreateSnapshot', 'ec2:CreateVolume'],
      [ec2('volume'), ec2('snapshot')],
    ),
    allow('DeleteSnapshots', ['ec2:DeleteSnapshot'], [ec2('snapshot')]),
    allow(
      'TagWhatIsCreated',
      ['ec2:CreateTags'],
      [ec2('volume'), ec2('snapshot')],
      [
        {
          test: 'StringEquals',
          variable: 'ec2:CreateAction',
          values: ['CreateSnapshot', 'CreateVolume'],
        },
      ],
    ),
  ];
}
