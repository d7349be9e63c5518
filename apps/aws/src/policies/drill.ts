import type { Environment } from '@resilience/config/environment';
import { evidenceBucket } from '@resilience/config/names';

import { allow, type Statement } from './statement.ts';
import { readBackups } from './velero.ts';

/** The quota "Snapshots per Region" of EBS. */
const snapshotQuota = 'ebs/L-309BACF6';

/**
 * What runbooks and drills call: they look at backups, never write or delete one, and leave reports
 * that they cannot take back.
 *
 * @param keys of the bucket that is mounted, and of the evidence
 */
export function drillStatements(
  environment: Environment,
  keys: { readonly backups: string; readonly evidence: string },
): Statement[] {
  const { aws } = environment;
  const evidence = evidenceBucket(environment);
  return [
    ...readBackups(environment, keys.backups),
    allow('LeaveEvidence', ['s3:PutObject', 's3:GetObject'], [`${evidence.arn}/*`]),
    allow('EncryptEvidence', ['kms:GenerateDataKey', 'kms:Decrypt'], [keys.evidence]),
    // CloudWatch and EC2 know no narrower resource for these.
    allow(
      'CheckReplicationAndSnapshots',
      ['cloudwatch:GetMetricData', 'ec2:DescribeSnapshots'],
      ['*'],
    ),
    allow(
      'CheckSnapshotQuota',
      ['servicequotas:GetServiceQuota'],
      [`arn:${aws.partition}:servicequotas:${aws.region}:${aws.account}:${snapshotQuota}`],
    ),
  ];
}
