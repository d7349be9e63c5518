import { type BucketEnvironment, isReplicated } from '@resilience/config/environment';
import { backupBucket } from '@resilience/config/names';
import type { Construct } from 'constructs';

import { BackupBucket } from '../constructs/backup-bucket.ts';
import { RegionStack } from '../constructs/region-stack.ts';
import { Replication } from '../constructs/replication.ts';

/** The bucket that backups are written to, and its replication. */
export class BackupStorage extends RegionStack {
  constructor(scope: Construct, environment: BucketEnvironment) {
    const names = backupBucket(environment);
    super(scope, 'backup-storage', environment, names.region);
    const source = new BackupBucket(this, 'backups', environment, names);
    if (isReplicated(environment)) new Replication(this, 'replication', environment, source);
  }
}
