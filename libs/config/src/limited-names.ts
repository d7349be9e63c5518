import {
  accessLogBucket,
  archiveBucket,
  backupBucket,
  breakGlassRole,
  breakGlassRule,
  drillRole,
  evidenceBucket,
  evidenceLogBucket,
  hasDrRegion,
  keyInDangerRule,
  keyRules,
  monitoringRole,
  nodeAgentRole,
  recoveryRole,
  replicaBucket,
  replicationRole,
  secretsRole,
  stateBucket,
  stateLogBucket,
  veleroRole,
} from './names.ts';
import { applyRole, planRole } from './pipeline-roles.ts';
import type { Declaration } from './schema/declaration.ts';

/** A name that AWS makes something under. */
export interface LimitedName {
  /** Completes "… would be". */
  readonly what: string;
  readonly name: string;
  /** Characters. */
  readonly limit: number;
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const bucketLimit = 63;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const roleLimit = 64;

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
const ruleLimit = 64;

type Named = Pick<Declaration, 'name' | 'organisation' | 'aws' | 'storage'>;

/** Every derived name that AWS bounds so closely that a declaration can exceed it. */
export const limitedNames = (declaration: Named): LimitedName[] => [
  ...bucketNames(declaration),
  ...roleNames(declaration),
  ...ruleNames(declaration),
];

const bucketNames = (declaration: Named): LimitedName[] =>
  [
    evidenceBucket(declaration),
    evidenceLogBucket(declaration),
    ...regionsIn(declaration).flatMap((region) => [
      stateBucket(declaration, region),
      stateLogBucket(declaration, region),
      ...(ownsBucket(declaration) ? [accessLogBucket(declaration, region)] : []),
    ]),
    ...(ownsBucket(declaration) ? [backupBucket(declaration)] : []),
    ...(ownsBucket(declaration) && hasDrRegion(declaration)
      ? [replicaBucket(declaration), archiveBucket(declaration)]
      : []),
  ].map(({ bucket }) => ({ what: 'a bucket', name: bucket, limit: bucketLimit }));

/** An environment that mounts a replica keeps nothing in another region. */
const regionsIn = (declaration: Named): string[] =>
  ownsBucket(declaration) && hasDrRegion(declaration)
    ? [declaration.aws.region, declaration.aws.drRegion]
    : [declaration.aws.region];

const roles = [
  applyRole,
  breakGlassRole,
  drillRole,
  monitoringRole,
  nodeAgentRole,
  planRole,
  recoveryRole,
  replicationRole,
  secretsRole,
  veleroRole,
];

const roleNames = (declaration: Named): LimitedName[] =>
  roles.map((role) => ({ what: 'a role', name: role(declaration).name, limit: roleLimit }));

const purposes = ['backups', 'archive', 'volumes', 'password'] as const;

const ruleNames = (declaration: Named): LimitedName[] =>
  ownsBucket(declaration)
    ? [
        keyInDangerRule(declaration),
        breakGlassRule(declaration),
        ...purposes.flatMap((purpose) => Object.values(keyRules(declaration, purpose))),
      ].map((name) => ({ what: 'a rule of EventBridge', name, limit: ruleLimit }))
    : [];

const ownsBucket = ({ storage }: Named): boolean => storage.kind === 'bucket';
