import { CreateSnapshotCommand, CreateVolumeCommand } from '@aws-sdk/client-ec2';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { DeleteBucketPolicyCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Environment } from '@resilience/config/environment';
import {
  backupBucket,
  breakGlassRole,
  drillRole,
  evidenceBucket,
  monitoringRole,
  nodeAgentRole,
  replicaBucket,
  stateBucket,
  veleroRole,
} from '@resilience/config/names';

import { encryptedBuckets } from '../buckets.ts';
import { type AwsClients, awsClients } from '../clients.ts';
import type { Moto } from '../moto.ts';
import { replicated } from '../../replicated.ts';
import type { Report } from '../../report.ts';
import type { Subject } from './call.ts';
import { forbiddenCalls } from './forbidden-calls.ts';
import { veleroCalls } from './velero-calls.ts';
import { verifyRole } from './verify-role.ts';
import { drillCalls, monitoringCalls, nodeAgentCalls, standbyCalls } from './workload-calls.ts';

interface Subjects {
  /** An environment whose backups are replicated. */
  readonly primary: Environment;
  /** The one that mounts the replica. */
  readonly standby: Environment;
}

/** Proves what the roles of both can do, and what they cannot. */
export async function verifyIam(
  { primary, standby }: Subjects,
  { endpoint }: Moto,
  report: Report,
): Promise<void> {
  const { region, drRegion } = replicated(primary).aws;
  await dropBucketPolicies(primary, endpoint, report);
  const subject = await subjectOf(primary, awsClients(endpoint, region));
  const { backups, replica, evidence, key } = subject;
  const Key = 'backups/e2e/velero-backup.json';
  const there = awsClients(endpoint, drRegion);
  await there.s3.send(new PutObjectCommand({ Bucket: replica, Key, Body: '{}' }));
  const roles = [
    [veleroRole(primary), region, [...veleroCalls(subject), ...forbiddenCalls(subject)]],
    [nodeAgentRole(primary), region, nodeAgentCalls(backups)],
    [drillRole(primary), region, drillCalls(backups, evidence)],
    [monitoringRole(primary), region, monitoringCalls(backups, key)],
    [veleroRole(standby), drRegion, standbyCalls(replica, backups)],
  ] as const;
  for (const [role, where, calls] of roles) {
    await verifyRole({ role, region: where, endpoint, calls }, report);
  }
}

async function dropBucketPolicies(environment: Environment, endpoint: string, report: Report) {
  report.skip(
    'bucket policies while roles are proved',
    'moto denies every request to a bucket whose policy has a condition, met or not',
  );
  report.skip(
    'conditions and resources of policies while roles are tried',
    'moto denies whatever has a condition, and looks at no resource of EC2: the policies themselves are evaluated',
  );
  for (const { bucket: Bucket, region } of encryptedBuckets(environment)) {
    await awsClients(endpoint, region).s3.send(new DeleteBucketPolicyCommand({ Bucket }));
  }
}

async function subjectOf(environment: Environment, { ec2, kms }: AwsClients): Promise<Subject> {
  const { region, drRegion, account } = replicated(environment).aws;
  const { bucket: backups, keyAlias } = backupBucket(environment);
  const key = await kms.send(new DescribeKeyCommand({ KeyId: keyAlias }));
  const volume = await ec2.send(
    new CreateVolumeCommand({ AvailabilityZone: `${region}a`, Size: 1 }),
  );
  const snapshot = await ec2.send(new CreateSnapshotCommand({ VolumeId: volume.VolumeId }));
  return {
    backups,
    replica: replicaBucket(replicated(environment)).bucket,
    evidence: evidenceBucket(environment).bucket,
    states: stateBucket(environment, region).bucket,
    key: key.KeyMetadata?.Arn ?? '',
    region,
    drRegion,
    account,
    clusterTag: `kubernetes.io/cluster/${environment.cluster.name}`,
    volumeId: volume.VolumeId ?? '',
    snapshotId: snapshot.SnapshotId ?? '',
    breakGlassRole: breakGlassRole(environment).arn,
  };
}
