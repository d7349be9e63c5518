import {
  type BucketEnvironment,
  type Environment,
  isArchived,
  isReplicated,
  ownsBucket,
} from '@resilience/config/environment';
import {
  archiveBucket,
  backupBucket,
  breakGlassRule,
  type BucketNames,
  keyInDangerRule,
  type KeyPurpose,
  keyRules,
  replicaBucket,
  replicaRule,
  wholeBucket,
} from '@resilience/config/names';

import { bucketSize } from './bucket-size.ts';
import { failedInvocations, matchedEvents } from './events.ts';
import {
  operationsFailedReplication,
  operationsPendingReplication,
  replicationLatency,
} from './replication.ts';
import { clientErrors, serverErrors } from './requests.ts';
import { type StaticJob, staticJob } from './static-job.ts';

/**
 * What the exporter asks for: of an environment with a bucket all copies of its backups; of one that
 * mounts a replica that copy alone, in its own region, as it has to work without the other.
 */
export const cloudwatchJobs = (environment: Environment): StaticJob[] => [
  ...replicationJobs(environment),
  ...mountable(environment).flatMap((bucket) => [
    ...sizeJobs(bucket, ['StandardStorage', 'StandardIAStorage', 'GlacierInstantRetrievalStorage']),
    requestJob(bucket),
  ]),
  ...(isArchived(environment) ? sizeJobs(archiveBucket(environment), ['DeepArchiveStorage']) : []),
  ...keysOf(environment).flatMap((key) => keyJobs(environment, key)),
  ...noticeJobs(environment),
];

/** The buckets that Velero can mount, which age alike and count their requests. */
const mountable = (environment: Environment): BucketNames[] => [
  environment.backups,
  ...(isReplicated(environment) ? [replicaBucket(environment)] : []),
];

function replicationJobs(environment: Environment): StaticJob[] {
  const { source } = environment.backups;
  if (!isReplicated(source)) return [];
  const [from, to] = [backupBucket(source), replicaBucket(source)];
  const dimensions = {
    SourceBucket: from.bucket,
    DestinationBucket: to.bucket,
    RuleId: replicaRule,
  };
  return [
    staticJob({ name: 'replication', region: to.region, dimensions }, [
      replicationLatency,
      operationsPendingReplication,
    ]),
    ...(ownsBucket(environment)
      ? [
          staticJob({ name: 'failed-replication', region: from.region, dimensions }, [
            operationsFailedReplication,
          ]),
        ]
      : []),
  ];
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html */
const sizeJobs = ({ bucket, region }: BucketNames, types: readonly string[]): StaticJob[] =>
  types.map((type) =>
    staticJob(
      { name: 'bucket-size', region, dimensions: { BucketName: bucket, StorageType: type } },
      [bucketSize],
    ),
  );

const requestJob = ({ bucket, region }: BucketNames): StaticJob =>
  staticJob(
    { name: 'requests', region, dimensions: { BucketName: bucket, FilterId: wholeBucket } },
    [clientErrors, serverErrors],
  );

interface WatchedKey {
  readonly purpose: KeyPurpose;
  readonly region: string;
}

/** Without either of them no backup can be read. */
const readingKeys = ['backups', 'password'] as const satisfies readonly KeyPurpose[];

function keysOf(environment: Environment): WatchedKey[] {
  const mounted: WatchedKey[] = readingKeys.map((purpose) => ({
    purpose,
    region: environment.backups.region,
  }));
  if (!ownsBucket(environment)) return mounted;
  const copies: WatchedKey[] = [
    ...(isReplicated(environment)
      ? readingKeys.map((purpose) => ({ purpose, region: environment.aws.drRegion }))
      : []),
    ...(isArchived(environment)
      ? [{ purpose: 'archive', region: environment.aws.drRegion } as const]
      : []),
  ];
  const ofVolumes = environment.storage.encryption.newVolumes.encrypted === 'by-default';
  return [
    ...mounted,
    ...copies,
    ...(ofVolumes
      ? regionsOf(environment).map((where): WatchedKey => ({ purpose: 'volumes', region: where }))
      : []),
  ];
}

const keyJobs = ({ backups }: Environment, { purpose, region }: WatchedKey): StaticJob[] =>
  Object.values(keyRules(backups.source, purpose)).map((rule) =>
    staticJob({ name: 'key-events', region, dimensions: { RuleName: rule } }, [
      matchedEvents,
      failedInvocations,
    ]),
  );

/** Rules whose matches no alert counts: only whether somebody is notified of them. */
function noticeJobs(environment: Environment): StaticJob[] {
  if (!ownsBucket(environment)) return [];
  const rules = [keyInDangerRule(environment), breakGlassRule(environment)];
  return regionsOf(environment).flatMap((region) =>
    rules.map((rule) =>
      staticJob({ name: 'notices', region, dimensions: { RuleName: rule } }, [failedInvocations]),
    ),
  );
}

/** Where an environment keeps something of its backups. */
const regionsOf = (environment: BucketEnvironment): string[] =>
  isReplicated(environment) || isArchived(environment)
    ? [environment.aws.region, environment.aws.drRegion]
    : [environment.aws.region];
