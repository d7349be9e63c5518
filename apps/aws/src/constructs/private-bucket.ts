import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket/index.js';
import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration/index.js';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy/index.js';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning/index.js';
import { type Duration, inDays } from '@resilience/config/duration';
import type { BucketNames } from '@resilience/config/names';
import { Construct } from 'constructs';

import { nothing, transitionCost } from '../costs.ts';
import { explain } from '../explain.ts';
import type { Statement } from '../policies/statement.ts';
import { tlsOnly } from '../policies/tls-only.ts';

export interface PrivateBucketOptions {
  readonly names: BucketNames;
  readonly why: string;
  readonly cost: string;
  /** Without it S3's own key encrypts, where neither secrets nor backups are. */
  readonly keyArn?: string;
  /** Objects can be neither changed nor deleted for so long. */
  readonly objectLock?: { readonly mode: string; readonly retention: Duration } | undefined;
  readonly lifecycle: S3BucketLifecycleConfigurationRule[];
  /** What others may do with the bucket. */
  readonly statements?: readonly Statement[];
}

/** A bucket that is versioned, encrypted, closed to the public and to requests without TLS 1.2. */
export class PrivateBucket extends Construct {
  readonly bucket: S3Bucket;
  readonly names: BucketNames;
  /** Replication may only be configured once this is there. */
  readonly versioning: S3BucketVersioningA;
  readonly policy: S3BucketPolicy;

  constructor(scope: Construct, id: string, options: PrivateBucketOptions) {
    super(scope, id);
    const { names, why, cost, objectLock } = options;
    this.names = names;
    this.bucket = explain(
      new S3Bucket(this, 'bucket', {
        bucket: names.bucket,
        ...(objectLock && { objectLockEnabled: true }),
        lifecycle: { preventDestroy: true },
      }),
      why,
      cost,
    );
    this.versioning = explain(
      new S3BucketVersioningA(this, 'versioning', {
        bucket: this.bucket.id,
        versioningConfiguration: { status: 'Enabled' },
      }),
      'What is overwritten or deleted can be brought back until it expires.',
    );
    this.#encrypt(options);
    this.#age(options);
    this.policy = this.#closeToThePublic(options);
  }

  /** By default and not by a policy against uploads without the header: kopia never sends it. */
  #encrypt({ keyArn }: PrivateBucketOptions): void {
    explain(
      new S3BucketServerSideEncryptionConfigurationA(this, 'default-encryption', {
        bucket: this.bucket.id,
        rule: [
          keyArn === undefined
            ? { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }
            : {
                applyServerSideEncryptionByDefault: {
                  sseAlgorithm: 'aws:kms',
                  kmsMasterKeyId: keyArn,
                },
                bucketKeyEnabled: true,
              },
        ],
      }),
      'Encrypts every object, whether or not the writer asks for it.',
    );
  }

  #age({ lifecycle, objectLock }: PrivateBucketOptions): void {
    explain(
      new S3BucketLifecycleConfiguration(this, 'lifecycle', {
        bucket: this.bucket.id,
        rule: lifecycle,
        dependsOn: [this.versioning],
      }),
      'Moves and removes objects by their age.',
      lifecycle.some(({ transition }) => transition) ? transitionCost : nothing,
    );
    if (!objectLock) return;
    const { mode, retention } = objectLock;
    explain(
      new S3BucketObjectLockConfigurationA(this, 'object-lock', {
        bucket: this.bucket.id,
        rule: { defaultRetention: { mode: mode.toUpperCase(), days: inDays(retention) } },
        dependsOn: [this.versioning],
      }),
      'Holds every version against deletion, by mistake or malice.',
    );
  }

  #closeToThePublic({ names, statements = [] }: PrivateBucketOptions): S3BucketPolicy {
    const bucket = this.bucket.id;
    explain(
      new S3BucketOwnershipControls(this, 'ownership', {
        bucket,
        rule: { objectOwnership: 'BucketOwnerEnforced' },
      }),
      'Access control lists are off: policies alone decide.',
    );
    const block = explain(
      new S3BucketPublicAccessBlock(this, 'public-access', {
        bucket,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      }),
      'No policy can open the bucket to the public.',
    );
    const policy = new DataAwsIamPolicyDocument(this, 'policy-document', {
      statement: [...tlsOnly(names.arn), ...statements],
    });
    return explain(
      new S3BucketPolicy(this, 'policy', { bucket, policy: policy.json, dependsOn: [block] }),
      'Refuses requests in plain text or with a version of TLS below 1.2.',
    );
  }
}
