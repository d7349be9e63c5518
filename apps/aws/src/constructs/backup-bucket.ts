import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket/index.js';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration/index.js';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy/index.js';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning/index.js';
import { inDays } from '@resilience/config/duration';
import type { BucketEnvironment } from '@resilience/config/environment';
import type { BucketNames } from '@resilience/config/names';
import { Construct } from 'constructs';

import { lifecycleRules } from '../lifecycle-rules.ts';
import { tlsOnly } from '../policies/tls-only.ts';
import { BackupKey } from './backup-key.ts';

/** A private, versioned bucket for Velero, encrypted with a key of its own. */
export class BackupBucket extends Construct {
  readonly bucket: S3Bucket;
  readonly key: BackupKey;
  /** Replication may only be configured once this is there. */
  readonly versioning: S3BucketVersioningA;

  constructor(scope: Construct, id: string, environment: BucketEnvironment, names: BucketNames) {
    super(scope, id);
    const { storage } = environment;
    this.key = new BackupKey(this, 'encryption', environment, names);
    this.bucket = new S3Bucket(this, 'bucket', {
      bucket: names.bucket,
      ...(storage.objectLock.mode !== 'off' && { objectLockEnabled: true }),
      lifecycle: { preventDestroy: true },
    });
    const bucket = this.bucket.id;
    this.versioning = new S3BucketVersioningA(this, 'versioning', {
      bucket,
      versioningConfiguration: { status: 'Enabled' },
    });
    // By default and not by a policy against uploads without the header: kopia never sends it.
    new S3BucketServerSideEncryptionConfigurationA(this, 'default-encryption', {
      bucket,
      rule: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: 'aws:kms',
            kmsMasterKeyId: this.key.arn,
          },
          bucketKeyEnabled: true,
        },
      ],
    });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      bucket,
      rule: lifecycleRules(storage.lifecycle),
      dependsOn: [this.versioning],
    });
    if (storage.objectLock.mode !== 'off') {
      const { mode, retention } = storage.objectLock;
      new S3BucketObjectLockConfigurationA(this, 'object-lock', {
        bucket,
        rule: { defaultRetention: { mode: mode.toUpperCase(), days: inDays(retention) } },
        dependsOn: [this.versioning],
      });
    }
    this.#closeToThePublic(names);
  }

  #closeToThePublic({ arn }: BucketNames): void {
    const bucket = this.bucket.id;
    new S3BucketOwnershipControls(this, 'ownership', {
      bucket,
      rule: { objectOwnership: 'BucketOwnerEnforced' },
    });
    const block = new S3BucketPublicAccessBlock(this, 'public-access', {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const policy = new DataAwsIamPolicyDocument(this, 'policy-document', {
      statement: tlsOnly(arn),
    });
    new S3BucketPolicy(this, 'policy', { bucket, policy: policy.json, dependsOn: [block] });
  }
}
