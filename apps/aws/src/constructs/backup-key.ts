import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias/index.js';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key/index.js';
import { inDays } from '@resilience/config/duration';
import type { BucketEnvironment } from '@resilience/config/environment';
import type { BucketNames } from '@resilience/config/names';
import { Construct } from 'constructs';

/** The customer-managed key of one bucket, under the alias by which other stacks find it. */
export class BackupKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, environment: BucketEnvironment, names: BucketNames) {
    super(scope, id);
    const { keyRotation, keyDeletionWindow } = environment.storage.encryption;
    const key = new KmsKey(this, 'key', {
      description: `Encrypts ${names.bucket}`,
      enableKeyRotation: true,
      rotationPeriodInDays: inDays(keyRotation),
      deletionWindowInDays: inDays(keyDeletionWindow),
      lifecycle: { preventDestroy: true },
    });
    new KmsAlias(this, 'alias', { name: names.keyAlias, targetKeyId: key.keyId });
    this.arn = key.arn;
  }
}
