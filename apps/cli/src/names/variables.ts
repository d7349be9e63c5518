import {
  type Environment,
  hasCopies,
  isArchived,
  isReplicated,
  ownsBucket,
} from '@resilience/config/environment';
import {
  alarmTopic,
  archiveBucket,
  breakGlassRole,
  drillRole,
  evidenceBucket,
  nodeAgentRole,
  replicaBucket,
  replicaRule,
  replicationRole,
  secretsRole,
  stateBucket,
  veleroRole,
  veleroServiceAccount,
  volumeKeyAlias,
} from '@resilience/config/names';
import { applyRole, planRole } from '@resilience/config/pipeline-roles';

/** The variables that commands of runbooks use; null is what the environment has not. */
export type Variables = Readonly<Record<string, string | null>>;

/** What everything of an environment is called, by the variable's name. The same keys for each. */
export const variablesOf = (environment: Environment): Variables => ({
  ENVIRONMENT: environment.name,
  ...placeVariables(environment),
  ...backupVariables(environment),
  ...replicaVariables(environment),
  ...archiveVariables(environment),
  ...roleVariables(environment),
  SCHEDULES: Object.keys(environment.schedules).join(' '),
  SERVICE_NAMESPACES: namespacesOf(environment).join(' '),
});

/** Where it is, in AWS and in the cluster. */
const placeVariables = (environment: Environment): Variables => {
  const { aws, cluster, gitops, monitoring } = environment;
  return {
    AWS_ACCOUNT: aws.account,
    // Those of AWS's own tools look at the same.
    AWS_REGION: aws.region,
    DR_REGION: aws.drRegion ?? null,
    STATE_BUCKET: stateBucket(environment, aws.region).bucket,
    DR_STATE_BUCKET: hasCopies(environment)
      ? stateBucket(environment, environment.aws.drRegion).bucket
      : null,
    CLUSTER_NAME: cluster.name,
    // Read by Velero's command line.
    VELERO_NAMESPACE: veleroServiceAccount.namespace,
    ARGOCD_NAMESPACE: gitops.namespace,
    GITOPS_REPOSITORY: gitops.repository,
    MONITORING_NAMESPACE: monitoring.namespace,
    SNAPSHOT_QUOTA: String(monitoring.snapshotQuota),
    ALARM_TOPIC: alarmTopic(environment),
    VOLUME_KEY: ownsBucket(environment) ? volumeKeyAlias(environment, aws.region) : null,
  };
};

/** The bucket that Velero mounts, which may be a replica of another environment's. */
const backupVariables = ({ backups }: Environment): Variables => ({
  BACKUP_BUCKET: backups.bucket,
  BACKUP_REGION: backups.region,
  // Empty, or with a slash at its end.
  BACKUP_PREFIX: backups.prefix,
  BACKUP_KEY: backups.keyAlias,
  REPOSITORY_SECRET: backups.repositorySecret.name,
  REPOSITORY_SECRET_REGION: backups.repositorySecret.region,
  REPOSITORY_SECRET_KEY: backups.repositorySecret.keyAlias,
});

const replicaVariables = (environment: Environment): Variables => {
  const replica = isReplicated(environment) ? replicaBucket(environment) : undefined;
  return {
    REPLICA_BUCKET: replica?.bucket ?? null,
    REPLICA_REGION: replica?.region ?? null,
    REPLICA_KEY: replica?.keyAlias ?? null,
    REPLICA_RULE: replica ? replicaRule : null,
    REPLICATION_ROLE: replica ? replicationRole(environment).name : null,
  };
};

const archiveVariables = (environment: Environment): Variables => {
  const archive = isArchived(environment) ? archiveBucket(environment) : undefined;
  return {
    ARCHIVE_BUCKET: archive?.bucket ?? null,
    ARCHIVE_REGION: archive?.region ?? null,
    ARCHIVE_KEY: archive?.keyAlias ?? null,
  };
};

const roleVariables = (environment: Environment): Variables => {
  const evidence = evidenceBucket(environment);
  return {
    EVIDENCE_BUCKET: evidence.bucket,
    EVIDENCE_KEY: evidence.keyAlias,
    VELERO_ROLE: veleroRole(environment).name,
    NODE_AGENT_ROLE: nodeAgentRole(environment).name,
    DRILL_ROLE: drillRole(environment).name,
    SECRETS_ROLE: secretsRole(environment).name,
    BREAK_GLASS_ROLE_ARN: ownsBucket(environment) ? breakGlassRole(environment).arn : null,
    CI_PLAN_ROLE_ARN: environment.ci ? planRole(environment).arn : null,
    CI_APPLY_ROLE_ARN: environment.ci ? applyRole(environment).arn : null,
    MONTHLY_BUDGET: ownsBucket(environment) ? String(environment.storage.monthlyBudget.usd) : null,
  };
};

const namespacesOf = ({ services }: Environment): string[] => [
  ...new Set(Object.values(services).map(({ namespace }) => namespace)),
];
