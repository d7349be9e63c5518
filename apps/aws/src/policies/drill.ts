import type { Environment } from '@resilience/config/environment';
import { evidenceBucket } from '@resilience/config/names';

import { secretsStatements } from './secrets.ts';
import { allow, type Statement } from './statement.ts';
import { readBackups } from './velero.ts';

/** The quota of EBS on what volumes of the type gp3 hold in a region. */
const volumeQuota = 'ebs/L-7A658B76';

/**
 * What runbooks and drills call: they look at backups, never write or delete one, and leave reports
 * that they cannot take back.
 *
 * @param keys of the bucket that is mounted, of the evidence, and of the repository password
 */
export function drillStatements(
  environment: Environment,
  keys: Readonly<Record<'backups' | 'evidence' | 'password', string>>,
): Statement[] {
  const { aws } = environment;
  const evidence = evidenceBucket(environment);
  return [
    ...readBackups(environment, keys.backups),
    allow('LeaveEvidence', ['s3:PutObject', 's3:GetObject'], [`${evidence.arn}/*`]),
    allow('EncryptEvidence', ['kms:GenerateDataKey', 'kms:Decrypt'], [keys.evidence]),
    // CloudWatch and EC2 know no narrower resource for these.
    allow('CheckReplicationAndVolumes', ['cloudwatch:GetMetricData', 'ec2:DescribeVolumes'], ['*']),
    allow(
      'CheckVolumeQuota',
      ['servicequotas:GetServiceQuota'],
      [`arn:${aws.partition}:servicequotas:${aws.region}:${aws.account}:${volumeQuota}`],
    ),
    // Its hash is compared with that of the cluster's own.
    ...secretsStatements(environment, keys.password),
  ];
}
