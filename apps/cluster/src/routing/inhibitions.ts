/** What need not be told while something else is, because it follows from that. */
export interface Inhibition {
  /** The alert that is told. */
  readonly cause: string;
  /** The alerts of the same environment that are not. */
  readonly consequences: readonly string[];
}

/**
 * A consequence that outlives its cause is told then: nothing is forgotten.
 * @see https://prometheus.io/docs/alerting/latest/alertmanager/#inhibition
 */
export const inhibitions: readonly Inhibition[] = [
  {
    cause: 'BackupStorageUnavailable',
    consequences: [
      'BackupFailed',
      'BackupPartiallyFailed',
      'BackupValidationFailed',
      'BackupDataAgeOverRpo',
      'BackupScheduleMissed',
      'BackupDurationOverBudget',
      'DataUploadsStuck',
      'RepositoryMaintenanceFailing',
      'RepositoryNotReady',
      'ReplicationLagging',
      'ReplicaStale',
      'DrillFailed',
    ],
  },
  {
    cause: 'VeleroDown',
    consequences: [
      'BackupDataAgeOverRpo',
      'BackupScheduleMissed',
      'BackupDurationOverBudget',
      'DataUploadsStuck',
      'RepositoryMaintenanceFailing',
      'ReplicaStale',
      'DrillFailed',
    ],
  },
  { cause: 'NodeAgentDown', consequences: ['BackupPartiallyFailed', 'DataUploadsStuck'] },
  { cause: 'ReplicationFailing', consequences: ['ReplicationLagging'] },
];

/** Labels of what an alert is about: where both have the same, a warning adds nothing to a critical alert. */
export const sharedSubjects = ['schedule', 'drill'] as const;
