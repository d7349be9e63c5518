import {
  type BucketNames,
  backupBucket,
  backupPrefix,
  replicaBucket,
  repositorySecret,
  type SecretNames,
  type WithDrRegion,
} from './names.ts';
import { undeclaredServices } from './checks/drills-are-of-services.ts';
import { describeValue, type Finding } from './problem.ts';
import type { Declaration } from './schema/declaration.ts';
import type { Measurements } from './schema/measurements.ts';

/** A valid declaration with what it refers to: all that the next stages need. */
export interface Environment extends Declaration {
  readonly backups: Backups;
  /** What drills measured; empty before the first. */
  readonly measurements: Measurements;
}

/** The bucket that the environment's Velero mounts. */
export interface Backups extends BucketNames {
  readonly accessMode: 'ReadOnly' | 'ReadWrite';
  /** What the keys of all its objects begin with: empty, or a folder with a slash at its end. */
  readonly prefix: string;
  /** The password of the repositories in it. */
  readonly repositorySecret: SecretNames;
  /** The environment that writes them: itself, or the one whose replica it mounts. */
  readonly source: Declaration;
}

/** An environment that has a bucket of its own. */
export type BucketEnvironment = Environment & { storage: { kind: 'bucket' } };

export const ownsBucket = (environment: Environment): environment is BucketEnvironment =>
  environment.storage.kind === 'bucket';

/** Whether what is written to the environment's bucket is copied to its DR region. */
export const isReplicated = <Declared extends Declaration>(
  environment: Declared,
): environment is Declared & WithDrRegion =>
  environment.storage.kind === 'bucket' && environment.storage.replication.to === 'dr-region';

/** Whether what is written to the environment's bucket is kept in an archive, too. */
export const isArchived = <Declared extends Declaration>(
  environment: Declared,
): environment is Declared & WithDrRegion =>
  environment.storage.kind === 'bucket' && environment.storage.archive.to === 'deep-archive';

/** Whether anything of the environment's is kept in its DR region. */
export const hasCopies = <Declared extends Declaration>(
  environment: Declared,
): environment is Declared & WithDrRegion => isReplicated(environment) || isArchived(environment);

/** Before the first drill. */
export const unmeasured: Measurements = { detection: {}, decision: {}, steps: {}, rates: {} };

/** An environment whose backups are its own. */
export const withOwnBackups = (
  declaration: Declaration,
  measurements: Measurements = unmeasured,
): Environment => ({
  ...declaration,
  measurements,
  backups: {
    ...backupBucket(declaration),
    prefix: backupPrefix(declaration),
    accessMode: 'ReadWrite',
    repositorySecret: repositorySecret(declaration, declaration.aws.region),
    source: declaration,
  },
});

/** An environment that mounts the replica of `source`. */
export const withReplica = (
  declaration: Declaration & { storage: { kind: 'replica' } },
  source: Declaration & WithDrRegion,
): Environment => ({
  ...declaration,
  // What is recovered here is proved where it is declared.
  measurements: unmeasured,
  backups: {
    ...replicaBucket(source),
    // Replication keeps the keys of objects.
    prefix: backupPrefix(source),
    accessMode: declaration.storage.accessMode,
    repositorySecret: repositorySecret(source, declaration.aws.region),
    source,
  },
});

/** What keeps a declaration from mounting the replica of `source`. */
export function replicaFindings(declaration: Declaration, source: Declaration): Finding[] {
  if (!isReplicated(source)) {
    return [
      {
        path: 'storage.of',
        code: 'config/replica-exists',
        message: 'has no replica',
        expected: 'an environment with storage.replication to dr-region',
        received: `"${source.name}"`,
        fix: `replicate ${source.name}, or name another environment`,
      },
    ];
  }
  return [
    ...misplaced(declaration, source),
    ...unexpected(declaration, source),
    ...undeclaredServices(declaration, source),
  ];
}

/** The replica's key serves only the environments that its owner names. */
function unexpected({ name }: Declaration, source: Declaration): Finding[] {
  if (source.storage.kind !== 'bucket' || source.storage.replication.to !== 'dr-region') return [];
  if (source.storage.replication.readBy.includes(name)) return [];
  return [
    {
      path: 'storage.of',
      code: 'config/replica-is-readable',
      message: `may not read the replica of ${source.name}`,
      expected: `"${name}" in storage.replication.readBy of ${source.name}`,
      received: describeValue(source.storage.replication.readBy),
      fix: `add "${name}" to it, or mount another environment's replica`,
    },
  ];
}

/** A replica is mounted from where it is. */
function misplaced(declaration: Declaration, source: Declaration & WithDrRegion): Finding[] {
  const compared = [
    ['aws.region', declaration.aws.region, source.aws.drRegion, 'drRegion'],
    ['aws.account', declaration.aws.account, source.aws.account, 'account'],
    ['aws.partition', declaration.aws.partition, source.aws.partition, 'partition'],
  ] as const;
  return compared
    .filter(([, received, expected]) => received !== expected)
    .map(([path, received, expected, key]) => ({
      path,
      code: 'config/replica-is-reachable',
      message: `is not where the replica of ${source.name} is`,
      expected: `"${expected}", the aws.${key} of ${source.name}`,
      received: `"${received}"`,
      fix: `write "${expected}", or mount another environment's replica`,
    }));
}
