import {
  type Environment,
  isArchived,
  isReplicated,
  ownsBucket,
} from '@resilience/config/environment';
import {
  accessLogBucket,
  archiveBucket,
  backupBucket,
  type BucketNames,
  evidenceBucket,
  evidenceLogBucket,
  replicaBucket,
  stateBucket,
  stateLogBucket,
} from '@resilience/config/names';

/** The buckets of an environment that a key of its own encrypts. */
export const encryptedBuckets = (environment: Environment): BucketNames[] => [
  evidenceBucket(environment),
  ...(ownsBucket(environment) ? [backupBucket(environment)] : []),
  ...(isReplicated(environment) ? [replicaBucket(environment)] : []),
  ...(isArchived(environment) ? [archiveBucket(environment)] : []),
];

/** The regions that the environment's stacks are in. */
export const regionsOf = (environment: Environment): string[] =>
  isReplicated(environment) || isArchived(environment)
    ? [environment.aws.region, environment.aws.drRegion]
    : [environment.aws.region];

/** Every bucket of an environment. */
export const allBuckets = (environment: Environment): BucketNames[] => [
  ...encryptedBuckets(environment),
  evidenceLogBucket(environment),
  ...regionsOf(environment).flatMap((region) => [
    stateBucket(environment, region),
    stateLogBucket(environment, region),
    ...(ownsBucket(environment) ? [accessLogBucket(environment, region)] : []),
  ]),
];
