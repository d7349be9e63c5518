import { S3BucketMetric } from '@cdktf/provider-aws/lib/s3-bucket-metric/index.js';
import type { BucketEnvironment } from '@resilience/config/environment';
import { type RoleNames, wholeBucket } from '@resilience/config/names';
import { Construct } from 'constructs';

import { requestMetricsCost } from '../costs.ts';
import { explain } from '../explain.ts';
import { useKeyOfBucket } from '../policies/key.ts';
import { CustomerKey } from './customer-key.ts';
import { PrivateBucket, type PrivateBucketOptions } from './private-bucket.ts';

interface BackupBucketOptions extends Pick<
  PrivateBucketOptions,
  'names' | 'why' | 'cost' | 'lifecycle'
> {
  /** What is in it, for the name of the key. */
  readonly encrypts: string;
  /** The roles that the key serves. */
  readonly users: readonly RoleNames[];
}

/** A bucket of backups, encrypted with a key of its own. */
export class BackupBucket extends Construct {
  readonly storage: PrivateBucket;
  readonly key: CustomerKey;

  constructor(
    scope: Construct,
    id: string,
    environment: BucketEnvironment,
    { users, encrypts, ...options }: BackupBucketOptions,
  ) {
    super(scope, id);
    const { region, keyAlias } = options.names;
    const { objectLock } = environment.storage;
    this.key = new CustomerKey(this, 'encryption', environment, {
      encrypts,
      alias: keyAlias,
      users: [useKeyOfBucket(environment, region, users)],
    });
    this.storage = new PrivateBucket(this, 'storage', {
      ...options,
      keyArn: this.key.arn,
      objectLock: objectLock.mode === 'off' ? undefined : objectLock,
    });
  }

  /** Counts requests and errors by the minute, which S3 does only when it is asked to. */
  measureRequests(): void {
    explain(
      new S3BucketMetric(this, 'request-metrics', {
        bucket: this.storage.bucket.id,
        name: wholeBucket,
      }),
      'Counts requests and errors: the alarms look at them.',
      requestMetricsCost,
    );
  }
}
