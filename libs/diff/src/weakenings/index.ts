import type { Weakening } from '../guard.ts';
import { admissionFailsClosed } from './access/admission-fails-closed.ts';
import { admissionIsRefused } from './access/admission-is-refused.ts';
import { breakGlass } from './access/break-glass.ts';
import { changesAreReviewed } from './access/changes-are-reviewed.ts';
import { grantsAreConditional } from './access/grants-are-conditional.ts';
import { grantsAreFew } from './access/grants-are-few.ts';
import { grantsAreNarrow } from './access/grants-are-narrow.ts';
import { networkIsClosed } from './access/network-is-closed.ts';
import { networkPoliciesAreThere } from './access/network-policies-are-there.ts';
import { policyDocuments } from './access/policy-documents.ts';
import { principalsAreFew } from './access/principals-are-few.ts';
import { refusalsAreThere } from './access/refusals-are-there.ts';
import { alertsArePrompt } from './alerting/alerts-are-prompt.ts';
import { alertsAreSent } from './alerting/alerts-are-sent.ts';
import { alertsAreThere } from './alerting/alerts-are-there.ts';
import { alertsAreUrgent } from './alerting/alerts-are-urgent.ts';
import { awsNotifies } from './alerting/aws-notifies.ts';
import { ownersAreNotified } from './alerting/owners-are-notified.ts';
import { personsRespondInTime } from './alerting/persons-respond-in-time.ts';
import { silenceIsNoticed } from './alerting/silence-is-noticed.ts';
import { objectsAreEncrypted } from './buckets/objects-are-encrypted.ts';
import { objectsAreVersioned } from './buckets/objects-are-versioned.ts';
import { publicAccessIsBlocked } from './buckets/public-access-is-blocked.ts';
import { resourcesAreKept } from './buckets/resources-are-kept.ts';
import { drillsAreFrequent } from './drills/drills-are-frequent.ts';
import { drillsAreThere } from './drills/drills-are-there.ts';
import { drillsRun } from './drills/drills-run.ts';
import { drillsWaitForApproval } from './drills/drills-wait-for-approval.ts';
import { servicesAreDrilled } from './drills/services-are-drilled.ts';
import { backupsAreFrequent } from './schedules/backups-are-frequent.ts';
import { backupsAreKept } from './schedules/backups-are-kept.ts';
import { backupsBeforeChangesAreKept } from './schedules/backups-before-changes-are-kept.ts';
import { backupsEndInTime } from './schedules/backups-end-in-time.ts';
import { changesAreBackedUp } from './schedules/changes-are-backed-up.ts';
import { scheduleIsThere } from './schedules/schedule-is-there.ts';
import { clusterIsCovered } from './schedules/cluster-is-covered.ts';
import { schedulesRun } from './schedules/schedules-run.ts';
import { servicesAreCovered } from './schedules/services-are-covered.ts';
import { volumesLeaveTheRegion } from './schedules/volumes-leave-the-region.ts';
import { checksAreThere } from './services/checks-are-there.ts';
import { checksDemandEnough } from './services/checks-demand-enough.ts';
import { checksDemandFreshData } from './services/checks-demand-fresh-data.ts';
import { dataLossIsBounded } from './services/data-loss-is-bounded.ts';
import { disastersAreSurvived } from './services/disasters-are-survived.ts';
import { hooksAreThere } from './services/hooks-are-there.ts';
import { hooksMustSucceed } from './services/hooks-must-succeed.ts';
import { nothingIsLeftOut } from './services/nothing-is-left-out.ts';
import { recoveryIsBounded } from './services/recovery-is-bounded.ts';
import { rulesAreKept } from './services/rules-are-kept.ts';
import { servicesAreBackedUp } from './services/services-are-backed-up.ts';
import { servicesAreWhole } from './services/services-are-whole.ts';
import { tier } from './services/tier.ts';
import { volumesAreBackedUp } from './services/volumes-are-backed-up.ts';
import { volumesAreDeclared } from './services/volumes-are-declared.ts';
import { assumptionsChange } from './settings/assumptions-change.ts';
import { measurementsHold } from './settings/measurements-hold.ts';
import { serviceChanges } from './settings/service-changes.ts';
import { settingsChange } from './settings/settings-change.ts';
import { accessLogsAreKept } from './storage/access-logs-are-kept.ts';
import { backupsAreArchived } from './storage/backups-are-archived.ts';
import { backupsAreReplicated } from './storage/backups-are-replicated.ts';
import { backupsHaveABucket } from './storage/backups-have-a-bucket.ts';
import { classesChange } from './storage/classes-change.ts';
import { costIsBounded } from './storage/cost-is-bounded.ts';
import { deletedKeysCanBeSaved } from './storage/deleted-keys-can-be-saved.ts';
import { deletedObjectsAreKept } from './storage/deleted-objects-are-kept.ts';
import { evidenceIsKept } from './storage/evidence-is-kept.ts';
import { evidenceIsLocked } from './storage/evidence-is-locked.ts';
import { keysRotate } from './storage/keys-rotate.ts';
import { metadataIsKept } from './storage/metadata-is-kept.ts';
import { newVolumesAreEncrypted } from './storage/new-volumes-are-encrypted.ts';
import { objectLock } from './storage/object-lock.ts';
import { replicaIsRead } from './storage/replica-is-read.ts';
import { replicationIsPrompt } from './storage/replication-is-prompt.ts';

/** In the order in which they are said: to add one is to add its file, and a line here. */
export const weakenings: readonly Weakening[] = [
  backupsAreFrequent,
  backupsAreKept,
  backupsBeforeChangesAreKept,
  backupsEndInTime,
  changesAreBackedUp,
  scheduleIsThere,
  schedulesRun,
  clusterIsCovered,
  servicesAreCovered,
  volumesLeaveTheRegion,
  accessLogsAreKept,
  backupsAreArchived,
  backupsAreReplicated,
  backupsHaveABucket,
  classesChange,
  costIsBounded,
  deletedKeysCanBeSaved,
  deletedObjectsAreKept,
  evidenceIsKept,
  evidenceIsLocked,
  keysRotate,
  metadataIsKept,
  newVolumesAreEncrypted,
  objectLock,
  replicaIsRead,
  replicationIsPrompt,
  checksAreThere,
  checksDemandEnough,
  checksDemandFreshData,
  dataLossIsBounded,
  disastersAreSurvived,
  hooksAreThere,
  hooksMustSucceed,
  nothingIsLeftOut,
  recoveryIsBounded,
  rulesAreKept,
  servicesAreBackedUp,
  servicesAreWhole,
  tier,
  volumesAreBackedUp,
  volumesAreDeclared,
  drillsAreFrequent,
  drillsAreThere,
  drillsRun,
  drillsWaitForApproval,
  servicesAreDrilled,
  objectsAreEncrypted,
  objectsAreVersioned,
  publicAccessIsBlocked,
  resourcesAreKept,
  admissionFailsClosed,
  admissionIsRefused,
  breakGlass,
  changesAreReviewed,
  grantsAreConditional,
  grantsAreFew,
  grantsAreNarrow,
  networkIsClosed,
  networkPoliciesAreThere,
  policyDocuments,
  principalsAreFew,
  refusalsAreThere,
  alertsArePrompt,
  alertsAreSent,
  alertsAreThere,
  alertsAreUrgent,
  awsNotifies,
  ownersAreNotified,
  personsRespondInTime,
  silenceIsNoticed,
  assumptionsChange,
  measurementsHold,
  serviceChanges,
  settingsChange,
];
