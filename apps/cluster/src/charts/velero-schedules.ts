import type { Environment } from '@resilience/config/environment';
import type { Schedule as Declared } from '@resilience/config/declaration';
import { goDuration } from '@resilience/config/duration';
import { excludedNamespaces } from '@resilience/config/left-out';
import { veleroServiceAccount } from '@resilience/config/names';
import { coveredServices } from '@resilience/config/volumes';
import { Schedule } from '@resilience/velero/constructs/schedule';
import type { BackupSpec } from '@resilience/velero/kinds/backup';
import { Yaml } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

import { backupHooks } from '../backup-hooks.ts';
import { volumePolicies } from '../volume-policies.ts';
import { ResilienceChart } from './resilience-chart.ts';

const namespace = veleroServiceAccount.namespace;

/**
 * Backups inherit the annotations of their schedule, ArgoCD's tracking among them: without these,
 * ArgoCD would prune the backups as objects that are not in Git.
 */
const keepBackups = {
  'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  'argocd.argoproj.io/sync-options': 'Prune=false',
};

/** The declared schedules, each with the policies that decide how it copies each volume. */
export class VeleroSchedules extends ResilienceChart {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'velero-schedules');
    for (const [name, declared] of Object.entries(environment.schedules)) {
      const policies = new ConfigMap(this, `${name}-volume-policies`, {
        metadata: { name: `${name}-volume-policies` },
        data: { 'policies.yaml': Yaml.stringify(volumePolicies(environment, declared)) },
      });
      new Schedule(this, name, {
        metadata: { name, namespace, annotations: annotations(environment, declared) },
        spec: {
          schedule: declared.cron.expression,
          paused: false,
          skipImmediately: false,
          useOwnerReferencesInBackup: false,
          template: backupSpec(environment, declared, policies.name),
        },
      });
    }
  }
}

/** Policies on retention and replication go by the classes of data that a schedule covers. */
const annotations = (environment: Environment, declared: Declared): Record<string, string> => {
  const covered = new Set(coveredServices(environment, declared).map(([, { tier }]) => tier));
  return { ...keepBackups, 'resilience-layer/tiers': [...covered].toSorted().join(',') };
};

const backupSpec = (
  environment: Environment,
  declared: Declared,
  policies: string,
): BackupSpec => ({
  ...coverage(environment, declared),
  storageLocation: 'default',
  volumeSnapshotLocations: ['default'],
  ttl: goDuration(declared.retention),
  snapshotVolumes: true,
  snapshotMoveData: declared.volumes === 'file-level-copies',
  defaultVolumesToFsBackup: false,
  resourcePolicy: { kind: 'configmap', name: policies },
  hooks: { resources: backupHooks(environment, declared) },
});

function coverage(
  environment: Environment,
  declared: Declared,
): Pick<BackupSpec, 'includedNamespaces' | 'excludedNamespaces' | 'includeClusterResources'> {
  if (declared.covers === 'cluster') {
    return {
      includedNamespaces: ['*'],
      excludedNamespaces: excludedNamespaces(environment),
      includeClusterResources: true,
    };
  }
  const namespaces = coveredServices(environment, declared).map(([, service]) => service.namespace);
  return { includedNamespaces: [...new Set(namespaces)].toSorted() };
}
