import { DeleteVolumeCommand, ModifySnapshotAttributeCommand } from '@aws-sdk/client-ec2';
import { PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  DisableKeyCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import {
  DeleteBucketCommand,
  DeleteBucketLifecycleCommand,
  DeleteBucketPolicyCommand,
  DeleteBucketReplicationCommand,
  DeleteObjectCommand,
  DeletePublicAccessBlockCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';

import { type Call, mayNot, type Perform, type Subject } from './call.ts';
import { snapshotArn } from './snapshot-calls.ts';

/** What would let somebody who has taken over Velero take away the backups, or read what is not its own. */
export const forbiddenCalls = (subject: Subject): Call[] => [
  ...onTheBucket(subject),
  ...onItsObjects(subject),
  ...onOtherBuckets(subject),
  ...onTheKey(subject),
  ...onTheAccount(subject),
];

const denied = (what: string, action: string, resource: string, perform: Perform): Call =>
  mayNot(what, [{ action, resource }], perform);

const object = (bucket: string, key: string): string => `arn:aws:s3:::${bucket}/${key}`;

function onTheBucket({ backups: Bucket }: Subject): Call[] {
  const arn = `arn:aws:s3:::${Bucket}`;
  return [
    denied('delete the bucket', 's3:DeleteBucket', arn, ({ s3 }) =>
      s3.send(new DeleteBucketCommand({ Bucket })),
    ),
    denied('expire everything', 's3:PutLifecycleConfiguration', arn, ({ s3 }) =>
      s3.send(
        new PutBucketLifecycleConfigurationCommand({
          Bucket,
          LifecycleConfiguration: {
            Rules: [
              { ID: 'x', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 1 } },
            ],
          },
        }),
      ),
    ),
    denied('drop the lifecycle', 's3:PutLifecycleConfiguration', arn, ({ s3 }) =>
      s3.send(new DeleteBucketLifecycleCommand({ Bucket })),
    ),
    denied('change the encryption', 's3:PutEncryptionConfiguration', arn, ({ s3 }) =>
      s3.send(
        new PutBucketEncryptionCommand({
          Bucket,
          ServerSideEncryptionConfiguration: {
            Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
          },
        }),
      ),
    ),
    denied('stop versioning', 's3:PutBucketVersioning', arn, ({ s3 }) =>
      s3.send(
        new PutBucketVersioningCommand({
          Bucket,
          VersioningConfiguration: { Status: 'Suspended' },
        }),
      ),
    ),
    denied('stop replication', 's3:PutReplicationConfiguration', arn, ({ s3 }) =>
      s3.send(new DeleteBucketReplicationCommand({ Bucket })),
    ),
    denied('drop the bucket policy', 's3:DeleteBucketPolicy', arn, ({ s3 }) =>
      s3.send(new DeleteBucketPolicyCommand({ Bucket })),
    ),
    denied('open the bucket to the public', 's3:PutBucketPublicAccessBlock', arn, ({ s3 }) =>
      s3.send(new DeletePublicAccessBlockCommand({ Bucket })),
    ),
  ];
}

function onItsObjects({ backups: Bucket }: Subject): Call[] {
  const Key = 'backups/e2e/velero-backup.json';
  return [
    denied('tag a backup', 's3:PutObjectTagging', object(Bucket, Key), ({ s3 }) =>
      s3.send(
        new PutObjectTaggingCommand({
          Bucket,
          Key,
          Tagging: { TagSet: [{ Key: 'tagged', Value: 'yes' }] },
        }),
      ),
    ),
    denied('delete a version for good', 's3:DeleteObjectVersion', object(Bucket, Key), ({ s3 }) =>
      s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId: 'null' })),
    ),
  ];
}

function onOtherBuckets({ replica, evidence, states, region, drRegion }: Subject): Call[] {
  const Key = 'backups/e2e/velero-backup.json';
  const report = { Bucket: evidence, Key: 'report.json' };
  const state = { Bucket: states, Key: 'access.tfstate' };
  const there = `in ${drRegion}, not ${region}`;
  return [
    denied(`write to the replica ${there}`, 's3:PutObject', object(replica, Key), ({ s3 }) =>
      s3.send(new PutObjectCommand({ Bucket: replica, Key, Body: '{}' })),
    ),
    denied(`delete from the replica ${there}`, 's3:DeleteObject', object(replica, Key), ({ s3 }) =>
      s3.send(new DeleteObjectCommand({ Bucket: replica, Key })),
    ),
    denied(`read the replica ${there}`, 's3:GetObject', object(replica, Key), ({ s3 }) =>
      s3.send(new GetObjectCommand({ Bucket: replica, Key })),
    ),
    denied('write evidence', 's3:PutObject', object(evidence, report.Key), ({ s3 }) =>
      s3.send(new PutObjectCommand({ ...report, Body: '{}' })),
    ),
    denied('list the states of Terraform', 's3:ListBucket', `arn:aws:s3:::${states}`, ({ s3 }) =>
      s3.send(new ListObjectsV2Command({ Bucket: states })),
    ),
    denied('read a state of Terraform', 's3:GetObject', object(states, state.Key), ({ s3 }) =>
      s3.send(new GetObjectCommand(state)),
    ),
  ];
}

const onTheKey = ({ key: KeyId }: Subject): Call[] => [
  denied('schedule the deletion of the key', 'kms:ScheduleKeyDeletion', KeyId, ({ kms }) =>
    kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 })),
  ),
  denied('disable the key', 'kms:DisableKey', KeyId, ({ kms }) =>
    kms.send(new DisableKeyCommand({ KeyId })),
  ),
  denied('open the key to others', 'kms:PutKeyPolicy', KeyId, ({ kms }) =>
    kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy: '{}' })),
  ),
];

const onTheAccount = (subject: Subject): Call[] => [
  ...onComputing(subject),
  ...onOtherRoles(subject),
  ...onWhatIsNotItsOwn(subject),
];

const volumeArn = ({ region, account, volumeId }: Subject): string =>
  `arn:aws:ec2:${region}:${account}:volume/${volumeId}`;

function onComputing(subject: Subject): Call[] {
  const { volumeId: VolumeId, snapshotId: SnapshotId } = subject;
  return [
    denied('delete a volume', 'ec2:DeleteVolume', volumeArn(subject), ({ ec2 }) =>
      ec2.send(new DeleteVolumeCommand({ VolumeId })),
    ),
    denied(
      'share a snapshot',
      'ec2:ModifySnapshotAttribute',
      snapshotArn(subject, SnapshotId),
      ({ ec2 }) =>
        ec2.send(
          new ModifySnapshotAttributeCommand({
            SnapshotId,
            Attribute: 'createVolumePermission',
            OperationType: 'add',
            UserIds: ['999999999999'],
          }),
        ),
    ),
  ];
}

const onOtherRoles = ({ account, breakGlassRole }: Subject): Call[] => [
  denied('give itself rights', 'iam:PutRolePolicy', `arn:aws:iam::${account}:role/*`, ({ iam }) =>
    iam.send(
      new PutRolePolicyCommand({ RoleName: 'any', PolicyName: 'all', PolicyDocument: '{}' }),
    ),
  ),
  denied('break the glass', 'sts:AssumeRole', breakGlassRole, ({ sts }) =>
    sts.send(new AssumeRoleCommand({ RoleArn: breakGlassRole, RoleSessionName: 'e2e' })),
  ),
];

const conditional = (what: string, action: string, resource: string, context = {}): Call => ({
  ...mayNot(what, [{ action, resource, context }]),
  gap: 'moto evaluates no conditions on tags',
});

/** What only the conditions forbid. */
function onWhatIsNotItsOwn(subject: Subject): Call[] {
  const somebodys = { 'aws:ResourceTag/made-by': 'somebody else' };
  const another = { 'aws:ResourceTag/kubernetes.io/cluster/another': 'owned' };
  const volume = volumeArn(subject);
  const snapshot = snapshotArn(subject, subject.snapshotId);
  return [
    conditional('snapshot a volume of another cluster', 'ec2:CreateSnapshot', volume, another),
    conditional('delete a snapshot not its own', 'ec2:DeleteSnapshot', snapshot, somebodys),
    conditional('restore a snapshot not its own', 'ec2:CreateVolume', snapshot, somebodys),
    conditional('tag a volume that is there already', 'ec2:CreateTags', volume),
  ];
}
