import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';
import { DataAwsKmsAlias } from '@cdktf/provider-aws/lib/data-aws-kms-alias/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import {
  S3BucketReplicationConfigurationA,
  type S3BucketReplicationConfigurationRule,
  type S3BucketReplicationConfigurationRuleDestination,
} from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration/index.js';
import { type BucketEnvironment, isArchived, isReplicated } from '@resilience/config/environment';
import {
  archiveBucket,
  backupBucket,
  type BucketNames,
  replicaBucket,
  replicaRule,
  replicationRole,
  repositorySecret,
  type WithDrRegion,
} from '@resilience/config/names';
import { Construct } from 'constructs';

import { replicationCost } from '../costs.ts';
import { explain } from '../explain.ts';
import { ofAccount } from '../policies/key.ts';
import { replicationStatements } from '../policies/replication.ts';
import { grant } from '../policies/statement.ts';
import type { BackupBucket } from './backup-bucket.ts';
import type { ReplicaOfSecret } from './repository-secret.ts';

/** A bucket that backups are copied to. */
interface Copy extends BucketNames {
  readonly rule: string;
  readonly keyArn: string;
  readonly destination: Omit<S3BucketReplicationConfigurationRuleDestination, 'bucket'>;
}

/** Copies every new object to the replica within 15 minutes, and to the archive in its own time. */
export class Replication extends Construct {
  /** Where backups are replicated to, and the key of the repository password there. */
  readonly repository: ReplicaOfSecret | undefined;

  constructor(
    scope: Construct,
    id: string,
    environment: BucketEnvironment & WithDrRegion,
    source: BackupBucket,
  ) {
    super(scope, id);
    // S3 takes any key without looking, so each is read from where it has to be.
    const provider = new AwsProvider(this, 'dr-region', {
      alias: 'dr',
      region: environment.aws.drRegion,
      allowedAccountIds: [environment.aws.account],
    });
    const keyArn = (name: string, { keyAlias }: Pick<BucketNames, 'keyAlias'>): string =>
      new DataAwsKmsAlias(this, name, { name: keyAlias, provider }).targetKeyArn;
    const { drRegion } = environment.aws;
    this.repository = isReplicated(environment)
      ? {
          region: drRegion,
          keyArn: keyArn('repository-key', repositorySecret(environment, drRegion)),
        }
      : undefined;
    const copies = copiesOf(environment, keyArn);
    const role = this.#role(environment, source.key.arn, copies);
    explain(
      new S3BucketReplicationConfigurationA(this, 'configuration', {
        bucket: source.storage.bucket.id,
        role: role.arn,
        rule: copies.map(replicationRule),
        dependsOn: [source.storage.versioning],
      }),
      'Copies every new object to the DR region, and no deletion.',
      replicationCost,
    );
  }

  #role(environment: BucketEnvironment, sourceKeyArn: string, copies: readonly Copy[]): IamRole {
    const source = backupBucket(environment);
    const trust = new DataAwsIamPolicyDocument(this, 'trust', {
      statement: [trustOfS3(environment, source)],
    });
    const role = explain(
      new IamRole(this, 'role', {
        name: replicationRole(environment).name,
        assumeRolePolicy: trust.json,
      }),
      'S3 replicates as this role.',
    );
    const permissions = new DataAwsIamPolicyDocument(this, 'permissions', {
      statement: replicationStatements({ ...source, keyArn: sourceKeyArn }, copies),
    });
    explain(
      new IamRolePolicy(this, 'policy', { role: role.id, policy: permissions.json }),
      'Reads here, writes there, deletes nowhere.',
    );
    return role;
  }
}

function copiesOf(
  environment: BucketEnvironment & WithDrRegion,
  keyArn: (name: string, names: BucketNames) => string,
): Copy[] {
  const replica = replicaBucket(environment);
  const archive = archiveBucket(environment);
  return [
    ...(isReplicated(environment)
      ? [{ ...replica, ...replicaCopy, keyArn: keyArn('replica-key', replica) }]
      : []),
    ...(isArchived(environment)
      ? [{ ...archive, ...archiveCopy, keyArn: keyArn('archive-key', archive) }]
      : []),
  ];
}

function trustOfS3({ aws }: BucketEnvironment, { arn }: BucketNames) {
  const s3 = { type: 'Service' as const, identifiers: ['s3.amazonaws.com'] };
  const condition = [
    ofAccount(aws.account),
    { test: 'ArnEquals', variable: 'aws:SourceArn', values: [arn] },
  ];
  const { resources: _, ...statement } = grant('Replicate', s3, ['sts:AssumeRole'], { condition });
  return statement;
}

const replicaCopy = {
  rule: replicaRule,
  destination: {
    storageClass: 'STANDARD_IA',
    replicationTime: { status: 'Enabled', time: { minutes: 15 } },
    metrics: { status: 'Enabled', eventThreshold: { minutes: 15 } },
  },
} satisfies Partial<Copy>;

/** Nobody waits for the archive, so nobody pays for its punctuality. */
const archiveCopy = {
  rule: 'archive',
  destination: { storageClass: 'DEEP_ARCHIVE' },
} satisfies Partial<Copy>;

const replicationRule = (
  { rule, arn, keyArn, destination }: Copy,
  priority: number,
): S3BucketReplicationConfigurationRule => ({
  id: rule,
  status: 'Enabled',
  priority,
  filter: { prefix: '' },
  // What is deleted here by mistake or malice stays there.
  deleteMarkerReplication: { status: 'Disabled' },
  sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
  destination: {
    bucket: arn,
    encryptionConfiguration: { replicaKmsKeyId: keyArn },
    ...destination,
  },
});
