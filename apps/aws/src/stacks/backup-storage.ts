import { type BucketEnvironment, hasCopies, isReplicated } from '@resilience/config/environment';
import {
  accessLogBucket,
  backupBucket,
  backupReaders,
  breakGlassRole,
  hasDrRegion,
  replicationRole,
} from '@resilience/config/names';
import { hasBudgets } from '@resilience/config/regions';
import type { Construct } from 'constructs';

import { AccessLogs } from '../constructs/access-logs.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { BackupBucket } from '../constructs/backup-bucket.ts';
import { BackupBudget } from '../constructs/backup-budget.ts';
import { BreakGlassNotice } from '../constructs/break-glass-notice.ts';
import { BucketAlarms } from '../constructs/bucket-alarms.ts';
import { type GuardedKey, KeyGuard } from '../constructs/key-guard.ts';
import { RepositoryKey } from '../constructs/repository-key.ts';
import { RepositorySecret } from '../constructs/repository-secret.ts';
import { RegionStack } from '../constructs/region-stack.ts';
import { Replication } from '../constructs/replication.ts';
import { FailedReplicationAlarm } from '../constructs/replication-alarms.ts';
import { VolumeEncryption } from '../constructs/volume-encryption.ts';
import { backupStorageCost } from '../costs.ts';
import { backupLifecycle } from '../lifecycle-rules.ts';

/** The bucket that backups are written to, its replication, and who watches it. */
export class BackupStorage extends RegionStack {
  constructor(scope: Construct, environment: BucketEnvironment) {
    super(scope, environment, {
      name: 'backup-storage',
      region: environment.aws.region,
      purpose: 'The bucket that backups are written to, its replication, and the alarms on it.',
    });
    const source = this.#bucket(environment);
    const replication = hasCopies(environment)
      ? new Replication(this, 'replication', environment, source)
      : undefined;
    const { key: repositoryKey } = new RepositoryKey(this, 'password', environment);
    new RepositorySecret(this, 'repository', environment, {
      key: repositoryKey,
      replica: replication?.repository,
    });
    new AccessLogs(this, 'access', environment, {
      names: accessLogBucket(environment, this.region),
      retention: environment.storage.accessLogs.retention,
      sources: [source.storage],
    });
    const keys: GuardedKey[] = [
      { purpose: 'backups', key: source.key },
      { purpose: 'password', key: repositoryKey },
    ];
    if (environment.storage.encryption.newVolumes.encrypted === 'by-default') {
      const { key } = new VolumeEncryption(this, 'volumes', environment);
      keys.push({ purpose: 'volumes', key });
    }
    const topic = new AlarmTopic(this, 'alarms', environment);
    new BucketAlarms(this, 'bucket-alarms', topic, source);
    if (isReplicated(environment)) {
      new FailedReplicationAlarm(this, 'replication-alarms', topic, environment);
    }
    new KeyGuard(this, 'guard', environment, { topic, keys });
    new BreakGlassNotice(this, 'notice', topic, environment);
    if (hasBudgets(environment.aws.partition)) {
      new BackupBudget(this, 'budget', topic, environment);
    }
  }

  #bucket(environment: BucketEnvironment): BackupBucket {
    return new BackupBucket(this, 'backups', environment, {
      names: backupBucket(environment),
      encrypts: 'backups',
      why: 'Holds what Velero and kopia write.',
      cost: backupStorageCost,
      lifecycle: backupLifecycle(environment.storage.lifecycle, environment.backups.prefix),
      users: [
        ...backupReaders(environment),
        // The role of S3 is made where there is a region to replicate to.
        ...(hasDrRegion(environment) ? [replicationRole(environment)] : []),
        breakGlassRole(environment),
      ],
    });
  }
}
