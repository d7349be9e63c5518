import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';

import type { Call } from './call.ts';

const onObject = (bucket: string, key: string) => {
  const call = (what: string, action: string, perform: Call['perform']) => ({
    what: `${what} ${bucket}/${key}`,
    requests: [{ action, resource: `arn:aws:s3:::${bucket}/${key}` }],
    ...(perform && { perform }),
  });
  const object = { Bucket: bucket, Key: key };
  return {
    write: call('write', 's3:PutObject', ({ s3 }) =>
      s3.send(new PutObjectCommand({ ...object, Body: '{}' })),
    ),
    read: call('read', 's3:GetObject', ({ s3 }) => s3.send(new GetObjectCommand(object))),
    remove: call('delete', 's3:DeleteObject', ({ s3 }) => s3.send(new DeleteObjectCommand(object))),
  };
};

const list = (bucket: string) => ({
  what: `list ${bucket}`,
  requests: [{ action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }],
  perform: (({ s3 }) =>
    s3.send(new ListObjectsV2Command({ Bucket: bucket }))) as Call['perform'] & {},
});

const may = (call: Omit<Call, 'allowed'>): Call => ({ ...call, allowed: true });
const mayNot = (call: Omit<Call, 'allowed'>): Call => ({ ...call, allowed: false });

const pack = 'kopia/orders/p0123456789abcdef';
const metadata = 'backups/e2e/velero-backup.json';

/** kopia's part of the bucket, and nothing else of it. */
export const nodeAgentCalls = (backups: string): Call[] => [
  may(list(backups)),
  may(onObject(backups, pack).write),
  may(onObject(backups, pack).read),
  may(onObject(backups, pack).remove),
  mayNot(onObject(backups, metadata).write),
  mayNot(onObject(backups, metadata).remove),
];

/** Reads backups, leaves evidence. */
export const drillCalls = (backups: string, evidence: string): Call[] => [
  may(list(backups)),
  may(onObject(evidence, 'reports/e2e.json').write),
  may(onObject(evidence, 'reports/e2e.json').read),
  mayNot(onObject(evidence, 'reports/e2e.json').remove),
  mayNot(onObject(backups, metadata).write),
  mayNot(onObject(backups, pack).remove),
];

/** Reads the replica until somebody declares a failover. */
export const standbyCalls = (replica: string, source: string): Call[] => [
  may(list(replica)),
  may(onObject(replica, metadata).read),
  mayNot(onObject(replica, metadata).write),
  mayNot(onObject(replica, metadata).remove),
  mayNot(onObject(source, metadata).read),
];
