import { type BucketEnvironment, isReplicated } from '@resilience/config/environment';
import {
  accessLogBucket,
  archiveBucket,
  backupReaders,
  breakGlassRole,
  replicaBucket,
  replicationRole,
  type WithDrRegion,
} from '@resilience/config/names';
import type { Construct } from 'constructs';

import { AccessLogs } from '../constructs/access-logs.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { BackupBucket } from '../constructs/backup-bucket.ts';
import { BreakGlassNotice } from '../constructs/break-glass-notice.ts';
import { BucketAlarms } from '../constructs/bucket-alarms.ts';
import { type GuardedKey, KeyGuard } from '../constructs/key-guard.ts';
import { RegionStack } from '../constructs/region-stack.ts';
import { RepositoryKey } from '../constructs/repository-key.ts';
import { ReplicaAlarms } from '../constructs/replication-alarms.ts';
import { VolumeEncryption } from '../constructs/volume-encryption.ts';
import { archiveStorageCost, replicaStorageCost } from '../costs.ts';
import { archiveLifecycle, backupLifecycle } from '../lifecycle-rules.ts';

/** The copies in the DR region, their keys, and who watches them. */
export class BackupReplica extends RegionStack {
  constructor(scope: Construct, environment: BucketEnvironment & WithDrRegion) {
    super(scope, environment, {
      name: 'backup-replica',
      region: environment.aws.drRegion,
      purpose: 'The copies in the DR region, their keys, and the alarms on them.',
    });
    const { storage } = environment;
    const topic = new AlarmTopic(this, 'alarms', environment);
    const buckets: BackupBucket[] = [];
    const keys: GuardedKey[] = [];
    if (isReplicated(environment)) {
      const replica = this.#replica(environment);
      buckets.push(replica);
      const { key: repositoryKey } = new RepositoryKey(this, 'password', environment);
      keys.push(
        { purpose: 'backups', key: replica.key },
        { purpose: 'password', key: repositoryKey },
      );
      new BucketAlarms(this, 'replica-alarms', topic, replica);
      new ReplicaAlarms(this, 'replication-alarms', topic, environment);
    }
    if (storage.archive.to === 'deep-archive') {
      const archive = this.#archive(environment, storage.archive);
      buckets.push(archive);
      keys.push({ purpose: 'archive', key: archive.key });
    }
    new AccessLogs(this, 'access', environment, {
      names: accessLogBucket(environment, this.region),
      retention: storage.accessLogs.retention,
      sources: buckets.map((bucket) => bucket.storage),
    });
    if (storage.encryption.newVolumes.encrypted === 'by-default') {
      const { key } = new VolumeEncryption(this, 'volumes', environment);
      keys.push({ purpose: 'volumes', key });
    }
    new KeyGuard(this, 'guard', environment, { topic, keys });
    new BreakGlassNotice(this, 'notice', topic, environment);
  }

  #replica(environment: BucketEnvironment & WithDrRegion): BackupBucket {
    const { replication, lifecycle } = environment.storage;
    const readers = replication.to === 'dr-region' ? replication.readBy : [];
    return new BackupBucket(this, 'replica', environment, {
      names: replicaBucket(environment),
      encrypts: 'the replica of backups',
      why: 'The copy that outlives the region: the DR cluster restores from it.',
      cost: replicaStorageCost,
      // Delete markers are not replicated, so the replica ages by itself.
      lifecycle: backupLifecycle(lifecycle, environment.backups.prefix),
      users: [
        ...readers.flatMap((name) => backupReaders({ ...environment, name })),
        replicationRole(environment),
        breakGlassRole(environment),
      ],
    });
  }

  #archive(
    environment: BucketEnvironment & WithDrRegion,
    { expireAfter }: { expireAfter: Parameters<typeof archiveLifecycle>[0] },
  ): BackupBucket {
    return new BackupBucket(this, 'archive', environment, {
      names: archiveBucket(environment),
      encrypts: 'the archive of backups',
      why: 'Everything that was ever written, for years; thawed before it can be read.',
      cost: archiveStorageCost,
      lifecycle: archiveLifecycle(expireAfter, environment.backups.prefix),
      users: [replicationRole(environment), breakGlassRole(environment)],
    });
  }
}
