import type { Alert } from '../alert.ts';
import { BackupCostOverBudget } from './BackupCostOverBudget.ts';
import { BackupDataAgeOverRpo } from './BackupDataAgeOverRpo.ts';
import { BackupDurationOverBudget } from './BackupDurationOverBudget.ts';
import { BackupFailed } from './BackupFailed.ts';
import { BackupPartiallyFailed } from './BackupPartiallyFailed.ts';
import { BackupScheduleMissed } from './BackupScheduleMissed.ts';
import { BackupSchedulePaused } from './BackupSchedulePaused.ts';
import { BackupStorageUnavailable } from './BackupStorageUnavailable.ts';
import { BackupValidationFailed } from './BackupValidationFailed.ts';
import { DataLossOverObjective } from './DataLossOverObjective.ts';
import { DataUploadsStuck } from './DataUploadsStuck.ts';
import { DrillCleanupFailed } from './DrillCleanupFailed.ts';
import { DrillFailed } from './DrillFailed.ts';
import { DrillOverdue } from './DrillOverdue.ts';
import { EventsUndelivered } from './EventsUndelivered.ts';
import { KeyPendingDeletion } from './KeyPendingDeletion.ts';
import { NodeAgentDown } from './NodeAgentDown.ts';
import { RecoveryTimeOverObjective } from './RecoveryTimeOverObjective.ts';
import { ReplicaStale } from './ReplicaStale.ts';
import { ReplicationFailing } from './ReplicationFailing.ts';
import { ReplicationLagging } from './ReplicationLagging.ts';
import { RepositoryMaintenanceFailing } from './RepositoryMaintenanceFailing.ts';
import { RepositoryNotReady } from './RepositoryNotReady.ts';
import { resilienceMetricsMissing } from './ResilienceMetricsMissing.ts';
import { ResilienceWatchdog } from './ResilienceWatchdog.ts';
import { SnapshotQuotaApproaching } from './SnapshotQuotaApproaching.ts';
import { SnapshotQuotaPredicted } from './SnapshotQuotaPredicted.ts';
import { VeleroDown } from './VeleroDown.ts';

const onMetrics: readonly Alert[] = [
  BackupCostOverBudget,
  BackupDataAgeOverRpo,
  BackupDurationOverBudget,
  BackupFailed,
  BackupPartiallyFailed,
  BackupScheduleMissed,
  BackupSchedulePaused,
  BackupStorageUnavailable,
  BackupValidationFailed,
  DataLossOverObjective,
  DataUploadsStuck,
  DrillCleanupFailed,
  DrillFailed,
  DrillOverdue,
  EventsUndelivered,
  KeyPendingDeletion,
  NodeAgentDown,
  RecoveryTimeOverObjective,
  ReplicaStale,
  ReplicationFailing,
  ReplicationLagging,
  RepositoryMaintenanceFailing,
  RepositoryNotReady,
  ResilienceWatchdog,
  SnapshotQuotaApproaching,
  SnapshotQuotaPredicted,
  VeleroDown,
];

/** Every alert, and last the one that says that another would be silent. */
export const alerts: readonly Alert[] = [...onMetrics, resilienceMetricsMissing(onMetrics)];
