import {
  AbortMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

import { type Call, may, type Perform, type Subject } from './call.ts';
import { snapshotCalls } from './snapshot-calls.ts';

/**
 * What Velero 1.18, its AWS plugin 1.14 and kopia call.
 *
 * @see https://github.com/vmware-tanzu/velero-plugin-for-aws/tree/v1.14.3/velero-plugin-for-aws
 */
export const veleroCalls = (subject: Subject): Call[] => [
  ...bucketCalls(subject),
  ...objectCalls(subject),
  ...snapshotCalls(subject),
];

const bucketCalls = ({ backups, key }: Subject): Call[] => {
  const list = { action: 's3:ListBucket', resource: `arn:aws:s3:::${backups}` };
  return [
    {
      ...may('look whether the bucket is there', [list]),
      gap: 'moto asks for s3:HeadBucket, which IAM does not know',
    },
    may('list backups', [list], ({ s3 }) =>
      s3.send(new ListObjectsV2Command({ Bucket: backups, Prefix: 'backups/' })),
    ),
    {
      ...may('encrypt and decrypt what it writes and reads', [
        { action: 'kms:GenerateDataKey', resource: key },
        { action: 'kms:Decrypt', resource: key },
      ]),
      gap: 'moto checks no key for objects that KMS encrypts',
    },
  ];
};

function objectCalls({ backups: Bucket }: Subject): Call[] {
  const Key = 'backups/e2e/velero-backup.json';
  const object = { Bucket, Key };
  const pack = { Bucket, Key: 'kopia/orders/p0123456789abcdef' };
  const on = (name: string, ...actions: string[]) =>
    actions.map((action) => ({
      action: `s3:${action}`,
      resource: `arn:aws:s3:::${Bucket}/${name}`,
    }));
  return [
    may('write a backup', on(Key, 'PutObject'), ({ s3 }) =>
      s3.send(new PutObjectCommand({ ...object, Body: '{}' })),
    ),
    may("write a pack of kopia's", on(pack.Key, 'PutObject'), ({ s3 }) =>
      s3.send(new PutObjectCommand({ ...pack, Body: '0' })),
    ),
    may('look whether a backup is there', on(Key, 'GetObject'), ({ s3 }) =>
      s3.send(new HeadObjectCommand(object)),
    ),
    may('read a backup', on(Key, 'GetObject'), ({ s3 }) => s3.send(new GetObjectCommand(object))),
    may(
      'upload in parts, look at them and give up',
      on(Key, 'PutObject', 'ListMultipartUploadParts', 'AbortMultipartUpload'),
      uploadInParts(object),
    ),
    may('delete an expired backup', on(Key, 'DeleteObject'), ({ s3 }) =>
      s3.send(new DeleteObjectCommand(object)),
    ),
  ];
}

const uploadInParts =
  (object: { Bucket: string; Key: string }): Perform =>
  async ({ s3 }) => {
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(object));
    const part = { ...object, UploadId };
    await s3.send(new UploadPartCommand({ ...part, PartNumber: 1, Body: '0' }));
    await s3.send(new ListPartsCommand(part));
    await s3.send(new AbortMultipartUploadCommand(part));
  };
