import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';
import { DataAwsKmsAlias } from '@cdktf/provider-aws/lib/data-aws-kms-alias/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import {
  S3BucketReplicationConfigurationA,
  type S3BucketReplicationConfigurationRule,
} from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration/index.js';
import type { BucketEnvironment } from '@resilience/config/environment';
import { backupBucket, replicaBucket, replicationRole } from '@resilience/config/names';
import { Construct } from 'constructs';

import { replicationStatements } from '../policies/replication.ts';
import type { BackupBucket } from './backup-bucket.ts';

/** Copies every new object to the replica, within 15 minutes by S3's replication time control. */
export class Replication extends Construct {
  constructor(scope: Construct, id: string, environment: BucketEnvironment, source: BackupBucket) {
    super(scope, id);
    const replica = replicaBucket(environment);
    const replicaKeyArn = this.#replicaKey(environment);
    const role = this.#role(environment, source.key.arn, replicaKeyArn);
    new S3BucketReplicationConfigurationA(this, 'configuration', {
      bucket: source.bucket.id,
      role: role.arn,
      rule: [replicationRule(replica.arn, replicaKeyArn)],
      dependsOn: [source.versioning],
    });
  }

  /** S3 takes any key without looking, so it is read from where it has to be. */
  #replicaKey(environment: BucketEnvironment): string {
    const { region, keyAlias } = replicaBucket(environment);
    const provider = new AwsProvider(this, 'dr-region', {
      alias: 'dr',
      region,
      allowedAccountIds: [environment.aws.account],
    });
    return new DataAwsKmsAlias(this, 'replica-key', { name: keyAlias, provider }).targetKeyArn;
  }

  #role(environment: BucketEnvironment, sourceKeyArn: string, replicaKeyArn: string): IamRole {
    const trust = new DataAwsIamPolicyDocument(this, 'trust', {
      statement: [
        {
          actions: ['sts:AssumeRole'],
          principals: [{ type: 'Service', identifiers: ['s3.amazonaws.com'] }],
          condition: [
            {
              test: 'StringEquals',
              variable: 'aws:SourceAccount',
              values: [environment.aws.account],
            },
          ],
        },
      ],
    });
    const role = new IamRole(this, 'role', {
      name: replicationRole(environment).name,
      assumeRolePolicy: trust.json,
    });
    const permissions = new DataAwsIamPolicyDocument(this, 'permissions', {
      statement: replicationStatements(
        { ...backupBucket(environment), keyArn: sourceKeyArn },
        { ...replicaBucket(environment), keyArn: replicaKeyArn },
      ),
    });
    new IamRolePolicy(this, 'policy', { role: role.id, policy: permissions.json });
    return role;
  }
}

const replicationRule = (
  bucket: string,
  replicaKmsKeyId: string,
): S3BucketReplicationConfigurationRule => ({
  id: 'disaster-recovery',
  status: 'Enabled',
  priority: 0,
  filter: { prefix: '' },
  // What is deleted here by mistake or malice stays there.
  deleteMarkerReplication: { status: 'Disabled' },
  sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
  destination: {
    bucket,
    storageClass: 'STANDARD_IA',
    encryptionConfiguration: { replicaKmsKeyId },
    replicationTime: { status: 'Enabled', time: { minutes: 15 } },
    metrics: { status: 'Enabled', eventThreshold: { minutes: 15 } },
  },
});
