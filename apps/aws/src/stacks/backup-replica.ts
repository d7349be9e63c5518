import type { BucketEnvironment } from '@resilience/config/environment';
import { replicaBucket } from '@resilience/config/names';
import type { Construct } from 'constructs';

import { BackupBucket } from '../constructs/backup-bucket.ts';
import { RegionStack } from '../constructs/region-stack.ts';

/** The bucket in the DR region that backups are replicated to. */
export class BackupReplica extends RegionStack {
  constructor(scope: Construct, environment: BucketEnvironment) {
    const names = replicaBucket(environment);
    super(scope, 'backup-replica', environment, names.region);
    new BackupBucket(this, 'replica', environment, names);
  }
}
