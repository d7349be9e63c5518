import type { Environment } from '@resilience/config/environment';

import { allow, equals, isPresent, type Statement } from './statement.ts';

/**
 * What Velero's server and its maintenance jobs call, and no more.
 *
 * @param keyArn the key of the bucket that they mount
 * @see https://github.com/vmware-tanzu/velero-plugin-for-aws/tree/v1.14.3#set-permissions-for-velero
 */
export const veleroStatements = (environment: Environment, keyArn: string): Statement[] => [
  ...readBackups(environment, keyArn),
  ...(writes(environment)
    ? [...writeBackups(environment, keyArn), ...snapshotVolumes(environment)]
    : tellOfRestores(environment, keyArn)),
];

/** What the node-agent and the data movers call: they know only kopia's part of the bucket. */
export const nodeAgentStatements = (environment: Environment, keyArn: string): Statement[] => [
  ...readBackups(environment, keyArn, 'kopia/'),
  ...(writes(environment) ? writeBackups(environment, keyArn, 'kopia/') : []),
];

const writes = ({ backups }: Environment): boolean => backups.accessMode === 'ReadWrite';

/** @param prefix of the objects, below that of all backups; listing is for the whole bucket, which kopia asks for first */
export const readBackups = ({ backups }: Environment, keyArn: string, prefix = ''): Statement[] => [
  allow('ListBackups', ['s3:ListBucket'], [backups.arn]),
  allow('ReadBackups', ['s3:GetObject'], [`${backups.arn}/${backups.prefix}${prefix}*`]),
  allow('DecryptBackups', ['kms:Decrypt'], [keyArn]),
];

const writeBackups = ({ backups }: Environment, keyArn: string, prefix = ''): Statement[] => [
  allow(
    'WriteBackups',
    ['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
    [`${backups.arn}/${backups.prefix}${prefix}*`],
  ),
  allow('EncryptBackups', ['kms:GenerateDataKey'], [keyArn]),
];

/**
 * Where backups are only read, Velero leaves beside them what became of its restores, all the same: a
 * restore whose log cannot be written is never Completed, and one that cannot be taken away stays for ever.
 *
 * @see https://github.com/vmware-tanzu/velero/blob/v1.18.3/pkg/controller/restore_controller.go
 */
const tellOfRestores = ({ backups }: Environment, keyArn: string): Statement[] => [
  allow(
    'TellOfRestores',
    ['s3:PutObject', 's3:DeleteObject'],
    [`${backups.arn}/${backups.prefix}restores/*`],
  ),
  allow('EncryptWhatIsTold', ['kms:GenerateDataKey'], [keyArn]),
];

/**
 * For volumes that no CSI driver provides; the driver has a role of its own. Only volumes of this
 * cluster are touched, and only snapshots that Velero made; it gives both their tags as it makes them.
 */
function snapshotVolumes({ aws, cluster }: Environment): Statement[] {
  const ec2 = (resource: string): string[] => [
    `arn:${aws.partition}:ec2:${aws.region}:*:${resource}/*`,
  ];
  const clusterTag = `kubernetes.io/cluster/${cluster.name}`;
  const madeByVelero = isPresent('aws:ResourceTag/velero.io/backup');
  return [
    // EC2 knows no narrower resource for these two.
    allow('FindVolumesAndSnapshots', ['ec2:DescribeVolumes', 'ec2:DescribeSnapshots'], ['*']),
    allow('SnapshotVolumesOfCluster', ['ec2:CreateSnapshot'], ec2('volume'), [
      equals(`aws:ResourceTag/${clusterTag}`, 'owned'),
    ]),
    allow('MakeTaggedSnapshots', ['ec2:CreateSnapshot'], ec2('snapshot'), [
      isPresent('aws:RequestTag/velero.io/backup'),
    ]),
    allow('RestoreSnapshots', ['ec2:CreateVolume'], ec2('snapshot'), [madeByVelero]),
    allow('RestoreVolumesOfCluster', ['ec2:CreateVolume'], ec2('volume'), [
      equals(`aws:RequestTag/${clusterTag}`, 'owned'),
    ]),
    allow('DeleteSnapshots', ['ec2:DeleteSnapshot'], ec2('snapshot'), [madeByVelero]),
    allow(
      'TagWhatIsCreated',
      ['ec2:CreateTags'],
      [...ec2('volume'), ...ec2('snapshot')],
      [equals('ec2:CreateAction', 'CreateSnapshot', 'CreateVolume')],
    ),
  ];
}
