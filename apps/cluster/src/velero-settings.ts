import { undisrupted } from '@resilience/config/undisrupted';

/** The priority of everything of Velero's: waits for no batch job, evicts nobody. */
export const priorityClass = 'velero';

/** A ConfigMap of settings that Velero reads at its start. */
export interface Settings {
  readonly name: string;
  readonly key: string;
  readonly value: object;
}

/**
 * Upstream's sizes run out of memory in repositories of some hundred gibibytes.
 *
 * @see https://github.com/vmware-tanzu/velero/issues/8593
 */
export const maintenanceSettings: Settings = {
  name: 'repository-maintenance',
  key: 'global',
  value: {
    podResources: {
      cpuRequest: '250m',
      cpuLimit: '2',
      memoryRequest: '1Gi',
      memoryLimit: '4Gi',
    },
    keepLatestMaintenanceJobs: 3,
    podAnnotations: undisrupted,
    priorityClassName: priorityClass,
  },
};

/** The cache of a data mover is in its pod's scratch space. */
export const repositorySettings: Settings = {
  name: 'backup-repository',
  key: 'kopia',
  value: { cacheLimitMB: 2048, fullMaintenanceInterval: 'normalGC' },
};

/**
 * Two volumes of a node at once, each in a pod of its own. A restored volume of a class that waits for its first
 * consumer is made where a pod that mounts it can run; `ignoreDelayBinding` would make it where the mover runs.
 */
export const nodeAgentSettings: Settings = {
  name: 'node-agent',
  key: 'node-agent.json',
  value: {
    loadConcurrency: { globalConfig: 2, prepareQueueLength: 10 },
    podResources: {
      cpuRequest: '500m',
      cpuLimit: '2',
      memoryRequest: '512Mi',
      memoryLimit: '4Gi',
      ephemeralStorageRequest: '3Gi',
      ephemeralStorageLimit: '6Gi',
    },
    podAnnotations: undisrupted,
    priorityClassName: priorityClass,
  },
};
