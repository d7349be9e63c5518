import type { Declaration } from './schema/declaration.ts';

type Identity = Pick<Declaration, 'name' | 'organisation' | 'aws'>;

/** With a region for the copies that outlive its own. */
export interface WithDrRegion {
  readonly aws: { readonly drRegion: string };
}

export const hasDrRegion = <Declared extends Pick<Declaration, 'aws'>>(
  declared: Declared,
): declared is Declared & WithDrRegion => declared.aws.drRegion !== undefined;

/** A bucket and the KMS key that encrypts it, known before either exists. */
export interface BucketNames {
  /** What it holds, a part of its name. */
  readonly purpose: string;
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

/** A service account by namespace and name. */
export interface ServiceAccountNames {
  readonly namespace: string;
  readonly name: string;
}

/** The bucket that an environment's backups are written to: a derived one, or the one it adopts. */
export const backupBucket = (
  identity: Identity & Partial<Pick<Declaration, 'storage'>>,
): BucketNames => {
  const { aws, storage } = identity;
  const derived = bucketIn(identity, 'backups', aws.region);
  return storage?.kind === 'bucket' && storage.adopts !== undefined
    ? { ...derived, bucket: storage.adopts, arn: bucketArn(identity, storage.adopts) }
    : derived;
};

/** What the keys of its objects begin with: empty, or a folder with a slash at its end. */
export const backupPrefix = ({ storage }: Pick<Declaration, 'storage'>): string =>
  storage.kind === 'bucket' && storage.prefix !== undefined ? `${storage.prefix}/` : '';

/** The bucket that they are replicated to. */
export const replicaBucket = (identity: Identity & WithDrRegion): BucketNames =>
  bucketIn(identity, 'backups', identity.aws.drRegion);

/** The replication rule whose metrics say how far the replica is behind. */
export const replicaRule = 'disaster-recovery';

/** The bucket in the DR region that keeps a copy of everything for long. */
export const archiveBucket = (identity: Identity & WithDrRegion): BucketNames =>
  bucketIn(identity, 'archive', identity.aws.drRegion);

/** The bucket that drills leave their reports in. */
export const evidenceBucket = (identity: Identity): BucketNames =>
  bucketIn(identity, 'evidence', identity.aws.region);

/** The bucket that S3 writes the access logs of a region's buckets to. */
export const accessLogBucket = (identity: Identity, region: string): BucketNames =>
  bucketIn(identity, 'logs', region);

/** The bucket that S3 writes the access logs of the evidence to. */
export const evidenceLogBucket = (identity: Identity): BucketNames =>
  bucketIn(identity, 'evidence-logs', identity.aws.region);

/** The bucket that S3 writes the access logs of a region's states to. */
export const stateLogBucket = (identity: Identity, region: string): BucketNames =>
  bucketIn(identity, 'tfstate-logs', region);

/** The bucket of the states of a region's stacks: losing one region leaves the others manageable. */
export const stateBucket = (identity: Identity, region: string): BucketNames =>
  bucketIn(identity, 'tfstate', region);

function bucketIn({ name, organisation, aws }: Identity, purpose: string, region: string) {
  const bucket = `${organisation}-${name}-${purpose}-${region}`;
  const keyAlias = `alias/${bucket}`;
  return {
    purpose,
    bucket,
    arn: bucketArn({ aws }, bucket),
    region,
    keyAlias,
    keyAliasArn: `arn:${aws.partition}:kms:${region}:${aws.account}:${keyAlias}`,
  };
}

/** The filter of a bucket's request metrics, in CloudWatch the dimension FilterId. */
export const wholeBucket = 'EntireBucket';

const bucketArn = ({ aws }: Pick<Identity, 'aws'>, bucket: string): string =>
  `arn:${aws.partition}:s3:::${bucket}`;

/** The role of Velero's server. */
export const veleroRole = (identity: Identity): RoleNames => role(identity, 'velero');

/** The role of Velero's node-agent, and of the data movers that it starts. */
export const nodeAgentRole = (identity: Identity): RoleNames => role(identity, 'node-agent');

/** The role of drills. */
export const drillRole = (identity: Identity): RoleNames => role(identity, 'drill');

/** The role of recoveries. */
export const recoveryRole = (identity: Identity): RoleNames => role(identity, 'recovery');

/** The role that people take on to restore by hand. */
export const breakGlassRole = (identity: Identity): RoleNames => role(identity, 'break-glass');

/** The role of the exporter that reads CloudWatch. */
export const monitoringRole = (identity: Identity): RoleNames => role(identity, 'monitoring');

/** The role that S3 replicates with. */
export const replicationRole = (identity: Identity): RoleNames =>
  role(identity, 'backup-replication');

/** The roles that read backups in an environment's cluster. */
export const backupReaders = (identity: Identity): RoleNames[] =>
  [veleroRole, nodeAgentRole, drillRole, recoveryRole].map((names) => names(identity));

/** A role of the environment, by what it is for. */
export function role({ name, organisation, aws }: Identity, purpose: string): RoleNames {
  const full = `${organisation}-${name}-${purpose}`;
  return { name: full, arn: `arn:${aws.partition}:iam::${aws.account}:role/${full}` };
}

/** The role that the repository password is read with. */
export const secretsRole = (identity: Identity): RoleNames => role(identity, 'secrets');

/** The secret with the password of kopia's repositories, the same in every region that reads them. */
export interface SecretNames {
  readonly name: string;
  readonly region: string;
  /** Secrets Manager adds six characters that nobody knows beforehand. */
  readonly arnPattern: string;
  /** Of the KMS key that encrypts it there. */
  readonly keyAlias: string;
}

/** @param region where it is read: its own, or one that it is replicated to */
export function repositorySecret(identity: Identity, region: string): SecretNames {
  const { aws, organisation } = identity;
  const name = `${organisation}-${identity.name}-velero-repository`;
  const arnPattern = `arn:${aws.partition}:secretsmanager:${region}:${aws.account}:secret:${name}-??????`;
  return { name, region, arnPattern, keyAlias: `alias/${name}-${region}` };
}

/** The identity provider by which IAM trusts an issuer, such as that of the cluster's service accounts. */
export const oidcProvider = ({ aws }: Pick<Declaration, 'aws'>, oidcIssuer: string) => {
  const issuer = oidcIssuer.replace('https://', '');
  return { issuer, arn: `arn:${aws.partition}:iam::${aws.account}:oidc-provider/${issuer}` };
};

/** The cluster, as IAM knows it. */
export const clusterArn = ({ aws, cluster }: Pick<Declaration, 'aws' | 'cluster'>): string =>
  `arn:${aws.partition}:eks:${aws.region}:${aws.account}:cluster/${cluster.name}`;

/** The topic that AWS reports to in a region. */
export const alarmTopic = ({ name, organisation }: Identity): string =>
  `${organisation}-${name}-resilience-alarms`;

/** The same, as policies and messages name it. */
export const alarmTopicArn = (identity: Identity, region: string): string =>
  `arn:${identity.aws.partition}:sns:${region}:${identity.aws.account}:${alarmTopic(identity)}`;

/** The alias of the key of new EBS volumes, one in a region. */
export const volumeKeyAlias = ({ name, organisation }: Identity, region: string): string =>
  `alias/${organisation}-${name}-volumes-${region}`;

/** What a key encrypts; one of each in a region. */
export type KeyPurpose = 'backups' | 'archive' | 'volumes' | 'password';

/** The event rules that tell, in the key's region, what becomes of it. */
export function keyRules({ name, organisation }: Identity, purpose: KeyPurpose) {
  const prefix = `${organisation}-${name}-${purpose}-key`;
  return { takenAway: `${prefix}-taken-away`, givenBack: `${prefix}-given-back` } as const;
}

/** The event rule that reports who weakens a key of a region, or tries to take one away. */
export const keyInDangerRule = (identity: Identity): string =>
  `${alarmTopic(identity)}-key-in-danger`;

/** The event rule that reports who takes on the break-glass role. */
export const breakGlassRule = (identity: Identity): string =>
  `${alarmTopic(identity)}-break-glass-used`;

/** The tag of everything that is made for an environment, snapshots included: costs are known by it. */
export const environmentTag = 'resilience-environment';

/** The service account of Velero's server and of its maintenance jobs. */
export const veleroServiceAccount = { namespace: 'velero', name: 'velero' } as const;

/** The service account of Velero's node-agent and of the data movers that it starts. */
export const nodeAgentServiceAccount = { namespace: 'velero', name: 'velero-node-agent' } as const;

/** The service account by which the repository password is fetched. */
export const secretsServiceAccount = { namespace: 'velero', name: 'velero-secrets' } as const;

/** The service account of the exporter that reads the state of Velero's objects. */
export const objectStateServiceAccount = {
  namespace: 'velero',
  name: 'resilience-object-state',
} as const;

/** The service account of the exporter that reads CloudWatch. */
export const monitoringServiceAccount = {
  namespace: 'velero',
  name: 'resilience-cloudwatch',
} as const;

/** The service account of recoveries: what they restore works again afterwards. */
export const runbookServiceAccount = {
  namespace: 'velero',
  name: 'resilience-runbooks',
} as const;

/** The service account of drills: what they restore is theirs, and gone afterwards. */
export const drillServiceAccount = { namespace: 'velero', name: 'resilience-drills' } as const;

/** The service account of backups on demand and before changes: it restores nothing. */
export const backupServiceAccount = { namespace: 'velero', name: 'resilience-backups' } as const;

/** The account that ArgoCD applies everything as. */
export const argocdController = ({ gitops }: Pick<Declaration, 'gitops'>) =>
  ({ namespace: gitops.namespace, name: 'argocd-application-controller' }) as const;

/** Says on a Restore or a DeleteBackupRequest who approved that it touches what is protected. */
export const approvalLabel = 'resilience-layer/approved-by';

/** Says on a Restore who approved it after the first, and is somebody else. */
export const secondApprovalLabel = 'resilience-layer/second-approval-by';

/** On what a drill made: its workflow, which takes it away again. */
export const workflowLabel = 'resilience-layer/workflow';

/** On workflows and namespaces of a drill: its name. */
export const drillLabel = 'resilience-layer/drill';

/** Every namespace that a drill restores into begins with it. */
export const drillNamespacePrefix = 'drill-';

/** The CronWorkflow of a declared drill. */
export const drillWorkflow = (drill: string): string => `drill-${drill}`;
