import type { Declaration } from './schema/declaration.ts';

type Identity = Pick<Declaration, 'name' | 'organisation' | 'aws'>;

/** A backup bucket and the KMS key that encrypts it, known before either exists. */
export interface BucketNames {
  readonly bucket: string;
  readonly arn: string;
  readonly region: string;
  /** An alias may not repeat across regions in some tools, so it holds the region. */
  readonly keyAlias: string;
  readonly keyAliasArn: string;
}

export interface RoleNames {
  readonly name: string;
  readonly arn: string;
}

/** The bucket that an environment's backups are written to. */
export const backupBucket = (identity: Identity): BucketNames =>
  bucketIn(identity, identity.aws.region);

/** The bucket that they are replicated to. */
export const replicaBucket = (identity: Identity): BucketNames =>
  bucketIn(identity, identity.aws.drRegion);

function bucketIn({ name, organisation, aws }: Identity, region: string): BucketNames {
  const bucket = `${organisation}-${name}-backups-${region}`;
  const keyAlias = `alias/${bucket}`;
  return {
    bucket,
    arn: `arn:${aws.partition}:s3:::${bucket}`,
    region,
    keyAlias,
    keyAliasArn: `arn:${aws.partition}:kms:${region}:${aws.account}:${keyAlias}`,
  };
}

/** The role of Velero's service account. */
export const veleroRole = (identity: Identity): RoleNames => role(identity, 'velero');

/** The role that S3 replicates with. */
export const replicationRole = (identity: Identity): RoleNames =>
  role(identity, 'backup-replication');

function role({ name, organisation, aws }: Identity, purpose: string): RoleNames {
  const full = `${organisation}-${name}-${purpose}`;
  return { name: full, arn: `arn:${aws.partition}:iam::${aws.account}:role/${full}` };
}

/** The identity provider by which IAM trusts the cluster's service accounts. */
export const oidcProvider = ({ aws, cluster }: Pick<Declaration, 'aws' | 'cluster'>) => {
  const issuer = cluster.oidcIssuer.replace('https://', '');
  return { issuer, arn: `arn:${aws.partition}:iam::${aws.account}:oidc-provider/${issuer}` };
};

/** The bucket of the states of a region's stacks: losing one region leaves the others manageable. */
export const stateBucket = ({ name, organisation }: Identity, region: string): string =>
  `${organisation}-${name}-tfstate-${region}`;

/** The one service account that Velero's server and node-agent run under. */
export const veleroServiceAccount = { namespace: 'velero', name: 'velero' } as const;
