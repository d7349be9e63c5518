import { ListMetricsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';

import { type Call, may, mayNot } from './call.ts';

type Judged = typeof may;

const pack = 'kopia/orders/p0123456789abcdef';
const metadata = 'backups/e2e/velero-backup.json';
const restoreLog = 'restores/e2e/restore-e2e-logs.gz';
const report = 'reports/e2e.json';

/** kopia's part of the bucket, and nothing else of it. */
export const nodeAgentCalls = (backups: string): Call[] => [
  list(may, backups),
  write(may, backups, pack),
  read(may, backups, pack),
  remove(may, backups, pack),
  write(mayNot, backups, metadata),
  remove(mayNot, backups, metadata),
];

/** Reads backups, leaves evidence. */
export const drillCalls = (backups: string, evidence: string): Call[] => [
  list(may, backups),
  write(may, evidence, report),
  read(may, evidence, report),
  remove(mayNot, evidence, report),
  write(mayNot, backups, metadata),
  remove(mayNot, backups, pack),
];

/** Reads the replica, and writes only what becomes of restores, until somebody declares a failover. */
export const standbyCalls = (replica: string, source: string): Call[] => [
  list(may, replica),
  read(may, replica, metadata),
  write(mayNot, replica, metadata),
  remove(mayNot, replica, metadata),
  write(may, replica, restoreLog),
  remove(may, replica, restoreLog),
  read(mayNot, source, metadata),
];

/** Reads metrics by their dimensions, and knows no bucket from inside. */
export const monitoringCalls = (backups: string, key: string): Call[] => [
  {
    ...may('read a metric', [{ action: 'cloudwatch:GetMetricStatistics', resource: '*' }]),
    gap: 'moto answers GetMetricStatistics in a form that the client does not read',
  },
  mayNot('list metrics', [{ action: 'cloudwatch:ListMetrics', resource: '*' }], ({ cloudwatch }) =>
    cloudwatch.send(new ListMetricsCommand({})),
  ),
  mayNot(
    'make up a metric',
    [{ action: 'cloudwatch:PutMetricData', resource: '*' }],
    ({ cloudwatch }) =>
      cloudwatch.send(
        new PutMetricDataCommand({
          Namespace: 'Made/Up',
          MetricData: [{ MetricName: 'Healthy', Value: 1 }],
        }),
      ),
  ),
  mayNot('look at the key', [{ action: 'kms:DescribeKey', resource: key }], ({ kms }) =>
    kms.send(new DescribeKeyCommand({ KeyId: key })),
  ),
  list(mayNot, backups),
  read(mayNot, backups, metadata),
  write(mayNot, backups, metadata),
];

const list = (judged: Judged, bucket: string): Call =>
  judged(
    `list ${bucket}`,
    [{ action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }],
    ({ s3 }) => s3.send(new ListObjectsV2Command({ Bucket: bucket })),
  );

const write = (judged: Judged, bucket: string, key: string): Call =>
  judged(`write ${bucket}/${key}`, on('PutObject', bucket, key), ({ s3 }) =>
    s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: '{}' })),
  );

const read = (judged: Judged, bucket: string, key: string): Call =>
  judged(`read ${bucket}/${key}`, on('GetObject', bucket, key), ({ s3 }) =>
    s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })),
  );

const remove = (judged: Judged, bucket: string, key: string): Call =>
  judged(`delete ${bucket}/${key}`, on('DeleteObject', bucket, key), ({ s3 }) =>
    s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })),
  );

const on = (action: string, bucket: string, key: string) => [
  { action: `s3:${action}`, resource: `arn:aws:s3:::${bucket}/${key}` },
];
