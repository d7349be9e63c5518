import type { Duration } from '@resilience/config/duration';
import { type Environment, isReplicated, ownsBucket } from '@resilience/config/environment';
import { backupBucket, replicaBucket, replicaRule } from '@resilience/config/names';

/** Where an environment's backups are replicated to. */
export interface Replica {
  readonly bucket: string;
  /** The most that it may be behind. */
  readonly lag: Duration;
  /** What S3's metrics of the replication are told apart by. */
  readonly matchers: string;
}

/** The replica of an environment, if it has one. */
export function replicated(environment: Environment): Replica[] {
  if (!ownsBucket(environment) || !isReplicated(environment)) return [];
  const { replication } = environment.storage;
  if (replication.to !== 'dr-region') return [];
  const { bucket } = replicaBucket(environment);
  const matchers = [
    `dimension_SourceBucket="${backupBucket(environment).bucket}"`,
    `dimension_DestinationBucket="${bucket}"`,
    `dimension_RuleId="${replicaRule}"`,
  ].join(',');
  return [{ bucket, lag: replication.maximumLag, matchers }];
}
