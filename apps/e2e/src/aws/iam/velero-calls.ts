import {
  CreateSnapshotCommand,
  CreateVolumeCommand,
  DeleteSnapshotCommand,
  DescribeSnapshotsCommand,
  DescribeVolumesCommand,
} from '@aws-sdk/client-ec2';
import {
  AbortMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

import type { Call, Subject } from './call.ts';

const encryption = 'moto checks no key for objects that KMS encrypts';

/**
 * What Velero 1.18, its AWS plugin 1.14 and kopia call.
 *
 * @see https://github.com/vmware-tanzu/velero-plugin-for-aws/tree/v1.14.3/velero-plugin-for-aws
 */
export function veleroCalls(subject: Subject): Call[] {
  const { backups, key } = subject;
  const Bucket = backups;
  const Key = 'backups/e2e/velero-backup.json';
  const Pack = 'kopia/orders/p0123456789abcdef';
  const bucket = `arn:aws:s3:::${backups}`;
  const s3 = (action: string, object?: string) => ({
    action: `s3:${action}`,
    resource: object === undefined ? bucket : `${bucket}/${object}`,
  });
  return [
    {
      what: 'look whether the bucket is there',
      allowed: true,
      requests: [s3('ListBucket')],
      perform: ({ s3: client }) => client.send(new HeadBucketCommand({ Bucket })),
    },
    {
      what: 'list backups',
      allowed: true,
      requests: [s3('ListBucket')],
      perform: ({ s3: client }) =>
        client.send(new ListObjectsV2Command({ Bucket, Prefix: 'backups/' })),
    },
    {
      what: 'write a backup',
      allowed: true,
      requests: [s3('PutObject', Key)],
      perform: ({ s3: client }) => client.send(new PutObjectCommand({ Bucket, Key, Body: '{}' })),
    },
    {
      what: "write a pack of kopia's",
      allowed: true,
      requests: [s3('PutObject', Pack)],
      perform: ({ s3: client }) =>
        client.send(new PutObjectCommand({ Bucket, Key: Pack, Body: '0' })),
    },
    {
      what: 'look whether an object is there',
      allowed: true,
      requests: [s3('GetObject', Key)],
      perform: ({ s3: client }) => client.send(new HeadObjectCommand({ Bucket, Key })),
    },
    {
      what: 'read a backup',
      allowed: true,
      requests: [s3('GetObject', Key)],
      perform: ({ s3: client }) => client.send(new GetObjectCommand({ Bucket, Key })),
    },
    {
      what: 'tag a backup',
      allowed: true,
      requests: [s3('PutObjectTagging', Key)],
      perform: ({ s3: client }) =>
        client.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet: [] } })),
    },
    {
      what: 'upload in parts, look at them and give up',
      allowed: true,
      requests: [
        s3('PutObject', Key),
        s3('ListMultipartUploadParts', Key),
        s3('AbortMultipartUpload', Key),
      ],
      perform: async ({ s3: client }) => {
        const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
        const part = { Bucket, Key, UploadId };
        await client.send(new UploadPartCommand({ ...part, PartNumber: 1, Body: '0' }));
        await client.send(new ListPartsCommand(part));
        await client.send(new AbortMultipartUploadCommand(part));
      },
    },
    {
      what: 'delete an expired backup',
      allowed: true,
      requests: [s3('DeleteObject', Key)],
      perform: ({ s3: client }) => client.send(new DeleteObjectCommand({ Bucket, Key })),
    },
    {
      what: 'encrypt and decrypt what it writes and reads',
      allowed: true,
      requests: [
        { action: 'kms:GenerateDataKey', resource: key },
        { action: 'kms:Decrypt', resource: key },
      ],
      gap: encryption,
    },
    ...snapshotCalls(subject),
  ];
}

function snapshotCalls({ region, account, clusterTag, volumeId, snapshotId }: Subject): Call[] {
  const ec2 = (kind: string, id: string, owner = account) =>
    `arn:aws:ec2:${region}:${owner}:${kind}/${id}`;
  const ofCluster = { [`aws:ResourceTag/${clusterTag}`]: 'owned' };
  const Tags = [
    { Key: clusterTag, Value: 'owned' },
    { Key: 'velero.io/backup', Value: 'e2e' },
  ];
  const tagged = {
    [`aws:RequestTag/${clusterTag}`]: 'owned',
    'aws:RequestTag/velero.io/backup': 'e2e',
  };
  const ofVelero = { 'aws:ResourceTag/velero.io/backup': 'e2e' };
  const tag = (action: string, resource: string) => ({
    action: 'ec2:CreateTags',
    resource,
    context: { 'ec2:CreateAction': action },
  });
  return [
    {
      what: 'find volumes and snapshots',
      allowed: true,
      requests: [
        { action: 'ec2:DescribeVolumes', resource: '*' },
        { action: 'ec2:DescribeSnapshots', resource: '*' },
      ],
      perform: async ({ ec2: client }) => {
        await client.send(new DescribeVolumesCommand({ VolumeIds: [volumeId] }));
        await client.send(new DescribeSnapshotsCommand({ SnapshotIds: [snapshotId] }));
      },
    },
    {
      what: 'snapshot a volume of the cluster',
      allowed: true,
      requests: [
        { action: 'ec2:CreateSnapshot', resource: ec2('volume', volumeId), context: ofCluster },
        { action: 'ec2:CreateSnapshot', resource: ec2('snapshot', '*', ''), context: tagged },
        tag('CreateSnapshot', ec2('snapshot', '*', '')),
      ],
      perform: ({ ec2: client }) =>
        client.send(
          new CreateSnapshotCommand({
            VolumeId: volumeId,
            TagSpecifications: [{ ResourceType: 'snapshot', Tags }],
          }),
        ),
    },
    {
      what: 'restore a volume from a snapshot of its own',
      allowed: true,
      requests: [
        {
          action: 'ec2:CreateVolume',
          resource: ec2('snapshot', snapshotId, ''),
          context: ofVelero,
        },
        { action: 'ec2:CreateVolume', resource: ec2('volume', '*'), context: tagged },
        tag('CreateVolume', ec2('volume', '*')),
      ],
      perform: ({ ec2: client }) =>
        client.send(
          new CreateVolumeCommand({
            SnapshotId: snapshotId,
            AvailabilityZone: `${region}a`,
            TagSpecifications: [{ ResourceType: 'volume', Tags }],
          }),
        ),
    },
    {
      what: 'delete a snapshot of its own',
      allowed: true,
      requests: [
        {
          action: 'ec2:DeleteSnapshot',
          resource: ec2('snapshot', snapshotId, ''),
          context: ofVelero,
        },
      ],
      perform: ({ ec2: client }) =>
        client.send(new DeleteSnapshotCommand({ SnapshotId: snapshotId })),
    },
  ];
}
