import type { AlertCases } from '../alert-case.ts';
import { backupCostOverBudget } from './BackupCostOverBudget.ts';
import { backupDataAgeOverRpo } from './BackupDataAgeOverRpo.ts';
import { backupDurationOverBudget } from './BackupDurationOverBudget.ts';
import { backupFailed } from './BackupFailed.ts';
import { backupPartiallyFailed } from './BackupPartiallyFailed.ts';
import { backupScheduleMissed } from './BackupScheduleMissed.ts';
import { backupSchedulePaused } from './BackupSchedulePaused.ts';
import { backupStorageUnavailable } from './BackupStorageUnavailable.ts';
import { backupValidationFailed } from './BackupValidationFailed.ts';
import { dataLossOverObjective } from './DataLossOverObjective.ts';
import { dataUploadsStuck } from './DataUploadsStuck.ts';
import { drillCleanupFailed } from './DrillCleanupFailed.ts';
import { drillFailed } from './DrillFailed.ts';
import { drillOverdue } from './DrillOverdue.ts';
import { eventsUndelivered } from './EventsUndelivered.ts';
import { keyPendingDeletion } from './KeyPendingDeletion.ts';
import { nodeAgentDown } from './NodeAgentDown.ts';
import { recoveryTimeOverObjective } from './RecoveryTimeOverObjective.ts';
import { replicaStale } from './ReplicaStale.ts';
import { replicationFailing } from './ReplicationFailing.ts';
import { replicationLagging } from './ReplicationLagging.ts';
import { repositoryMaintenanceFailing } from './RepositoryMaintenanceFailing.ts';
import { repositoryNotReady } from './RepositoryNotReady.ts';
import { type Needed, resilienceMetricsMissing } from './ResilienceMetricsMissing.ts';
import { resilienceWatchdog } from './ResilienceWatchdog.ts';
import { snapshotQuotaApproaching } from './SnapshotQuotaApproaching.ts';
import { snapshotQuotaPredicted } from './SnapshotQuotaPredicted.ts';
import { veleroDown } from './VeleroDown.ts';

/**
 * The cases of every alert.
 *
 * @param needed every metric whose absence is reported in an environment, with its job
 */
export const everyAlert = (needed: Needed): readonly AlertCases[] => [
  backupCostOverBudget,
  backupDataAgeOverRpo,
  backupDurationOverBudget,
  backupFailed,
  backupPartiallyFailed,
  backupScheduleMissed,
  backupSchedulePaused,
  backupStorageUnavailable,
  backupValidationFailed,
  dataLossOverObjective,
  dataUploadsStuck,
  drillCleanupFailed,
  drillFailed,
  drillOverdue,
  eventsUndelivered,
  keyPendingDeletion,
  nodeAgentDown,
  recoveryTimeOverObjective,
  replicaStale,
  replicationFailing,
  replicationLagging,
  repositoryMaintenanceFailing,
  repositoryNotReady,
  resilienceMetricsMissing(needed),
  resilienceWatchdog,
  snapshotQuotaApproaching,
  snapshotQuotaPredicted,
  veleroDown,
];
