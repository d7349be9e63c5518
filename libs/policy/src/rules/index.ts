import type { Rule } from '../rule.ts';
import { accountsArePinned } from './access/accounts-are-pinned.ts';
import { breakGlassNeedsMfa } from './access/break-glass-needs-mfa.ts';
import { bucketsArePrivate } from './access/buckets-are-private.ts';
import { foreignBackupsAreReadOnly } from './access/foreign-backups-are-read-only.ts';
import { grantsAreForAws } from './access/grants-are-for-aws.ts';
import { networkIsClosed } from './access/network-is-closed.ts';
import { noWildcardActions } from './access/no-wildcard-actions.ts';
import { nodeCredentialsAreOutOfReach } from './access/node-credentials-are-out-of-reach.ts';
import { ownerOwnsObjects } from './access/owner-owns-objects.ts';
import { podsAreConfined } from './access/pods-are-confined.ts';
import { regionsAreAllowed } from './access/regions-are-allowed.ts';
import { serviceAccountsHaveRoles } from './access/service-accounts-have-roles.ts';
import { servicesSendWhatIsAsked } from './access/services-send-what-is-asked.ts';
import { snapshotsOfOthersAreSafe } from './access/snapshots-of-others-are-safe.ts';
import { trustIsBound } from './access/trust-is-bound.ts';
import { writesNameTheirTarget } from './access/writes-name-their-target.ts';
import { alarmsReachSomebody } from './alerting/alarms-reach-somebody.ts';
import { alertsAreExplained } from './alerting/alerts-are-explained.ts';
import { alertsAreRouted } from './alerting/alerts-are-routed.ts';
import { alertsResolve } from './alerting/alerts-resolve.ts';
import { channelsStandAlone } from './alerting/channels-stand-alone.ts';
import { criticalTakesTwoWays } from './alerting/critical-takes-two-ways.ts';
import { eventsReachTheirTopic } from './alerting/events-reach-their-topic.ts';
import { keysAreGuarded } from './alerting/keys-are-guarded.ts';
import { lastStatusIsNotAsked } from './alerting/last-status-is-not-asked.ts';
import { lostEventsAreSeen } from './alerting/lost-events-are-seen.ts';
import { metricsAreScraped } from './alerting/metrics-are-scraped.ts';
import { missingDataIsDecided } from './alerting/missing-data-is-decided.ts';
import { monitorsCarryTheLabels } from './alerting/monitors-carry-the-labels.ts';
import { objectsMayBeRead } from './alerting/objects-may-be-read.ts';
import { receiversNameSecrets } from './alerting/receivers-name-secrets.ts';
import { replicationIsWatched } from './alerting/replication-is-watched.ts';
import { requestsAreMeasured } from './alerting/requests-are-measured.ts';
import { scrapesGetThrough } from './alerting/scrapes-get-through.ts';
import { severitiesAreRouted } from './alerting/severities-are-routed.ts';
import { topicsAreHeard } from './alerting/topics-are-heard.ts';
import { watchdogIsAwake } from './alerting/watchdog-is-awake.ts';
import { watchdogIsRouted } from './alerting/watchdog-is-routed.ts';
import { budgetIsBounded } from './cost/budget-is-bounded.ts';
import { budgetIsWatched } from './cost/budget-is-watched.ts';
import { coldClassesPayOff } from './cost/cold-classes-pay-off.ts';
import { replicasAreInfrequent } from './cost/replicas-are-infrequent.ts';
import { resourcesAreTagged } from './cost/resources-are-tagged.ts';
import { bucketKeysAreOn } from './encryption/bucket-keys-are-on.ts';
import { bucketsUseKms } from './encryption/buckets-use-kms.ts';
import { encryptedObjectsAreReplicated } from './encryption/encrypted-objects-are-replicated.ts';
import { headerlessPutsAreTaken } from './encryption/headerless-puts-are-taken.ts';
import { keysRotate } from './encryption/keys-rotate.ts';
import { keysWaitForDeletion } from './encryption/keys-wait-for-deletion.ts';
import { noSecretsInGit } from './encryption/no-secrets-in-git.ts';
import { passwordIsWaitedFor } from './encryption/password-is-waited-for.ts';
import { replicaKeyInItsRegion } from './encryption/replica-key-in-its-region.ts';
import { repositoryPasswordIsOurs } from './encryption/repository-password-is-ours.ts';
import { secretsUseKms } from './encryption/secrets-use-kms.ts';
import { topicsAreEncrypted } from './encryption/topics-are-encrypted.ts';
import { transportIsTls } from './encryption/transport-is-tls.ts';
import { volumesByDefault } from './encryption/volumes-by-default.ts';
import { applicationsHaveContent } from './gitops/applications-have-content.ts';
import { backupsAreNotPruned } from './gitops/backups-are-not-pruned.ts';
import { backupsOutliveSchedules } from './gitops/backups-outlive-schedules.ts';
import { definitionsAreComplete } from './gitops/definitions-are-complete.ts';
import { driftIsMended } from './gitops/drift-is-mended.ts';
import { imagesArePinned } from './gitops/images-are-pinned.ts';
import { largeObjectsApply } from './gitops/large-objects-apply.ts';
import { noRunsInGit } from './gitops/no-runs-in-git.ts';
import { onlyRenderedFilesAreApplied } from './gitops/only-rendered-files-are-applied.ts';
import { pluginPairsWithServer } from './gitops/plugin-pairs-with-server.ts';
import { projectsLeaveRunsAlone } from './gitops/projects-leave-runs-alone.ts';
import { classesAreReplicated } from './recovery/classes-are-replicated.ts';
import { copiesLeaveTheRegion } from './recovery/copies-leave-the-region.ts';
import { everyNodeIsCovered } from './recovery/every-node-is-covered.ts';
import { locationsAreUnderstood } from './recovery/locations-are-understood.ts';
import { locationsAreVerified } from './recovery/locations-are-verified.ts';
import { lossesAreAllowed } from './recovery/losses-are-allowed.ts';
import { maintenanceHasMemory } from './recovery/maintenance-has-memory.ts';
import { namespacesLeftOutAreDeclared } from './recovery/namespaces-left-out-are-declared.ts';
import { oneDefaultLocation } from './recovery/one-default-location.ts';
import { replicationIsTimed } from './recovery/replication-is-timed.ts';
import { schedulesNameTheirPolicies } from './recovery/schedules-name-their-policies.ts';
import { serverTakesCsiSnapshots } from './recovery/server-takes-csi-snapshots.ts';
import { snapshotsHaveAClass } from './recovery/snapshots-have-a-class.ts';
import { volumePoliciesAreThere } from './recovery/volume-policies-are-there.ts';
import { volumesFollowTheirPods } from './recovery/volumes-follow-their-pods.ts';
import { volumesLeftOutAreDeclared } from './recovery/volumes-left-out-are-declared.ts';
import { workKeepsItsNode } from './recovery/work-keeps-its-node.ts';
import { accessIsLogged } from './retention/access-is-logged.ts';
import { backupsOutliveTheirTtl } from './retention/backups-outlive-their-ttl.ts';
import { backupsStayReadable } from './retention/backups-stay-readable.ts';
import { bucketsAreVersioned } from './retention/buckets-are-versioned.ts';
import { byClassOfData } from './retention/by-class-of-data.ts';
import { classesInOrder } from './retention/classes-in-order.ts';
import { deletionsStayHere } from './retention/deletions-stay-here.ts';
import { evidenceIsLocked } from './retention/evidence-is-locked.ts';
import { incompleteUploadsAreAborted } from './retention/incomplete-uploads-are-aborted.ts';
import { kopiaPacksNeverExpire } from './retention/kopia-packs-never-expire.ts';
import { kopiaPacksStayReadable } from './retention/kopia-packs-stay-readable.ts';
import { locksAreVersioned } from './retention/locks-are-versioned.ts';
import { nothingIsDestroyed } from './retention/nothing-is-destroyed.ts';
import { oldVersionsExpire } from './retention/old-versions-expire.ts';
import { replicasHaveALifecycle } from './retention/replicas-have-a-lifecycle.ts';
import { snapshotsAreKept } from './retention/snapshots-are-kept.ts';
import { ttlIsATime } from './retention/ttl-is-a-time.ts';
import { expressionsAreReadAlike } from './scheduling/expressions-are-read-alike.ts';
import { newSchedulesStartAtOnce } from './scheduling/new-schedules-start-at-once.ts';
import { schedulesDoNotCollide } from './scheduling/schedules-do-not-collide.ts';
import { schedulesRun } from './scheduling/schedules-run.ts';
import { drillsCleanUp } from './workflows/drills-clean-up.ts';
import { stepImagesArePinned } from './workflows/step-images-are-pinned.ts';
import { recoveriesKnowTheDisaster } from './workflows/recoveries-know-the-disaster.ts';
import { stateIsGuarded } from './access/state-is-guarded.ts';
import { parametersExist } from './workflows/parameters-exist.ts';
import { referencesResolve } from './workflows/references-resolve.ts';
import { restoresTakeTurns } from './workflows/restores-take-turns.ts';
import { scriptsAreFixed } from './workflows/scripts-are-fixed.ts';
import { secretsStayUnsaid } from './workflows/secrets-stay-unsaid.ts';
import { settingsAreThere } from './workflows/settings-are-there.ts';
import { stepsAreBounded } from './workflows/steps-are-bounded.ts';
import { stepsAreConfined } from './workflows/steps-are-confined.ts';
import { accountsExist } from './workflows/accounts-exist.ts';
import { backupsHaveATtl } from './workflows/backups-have-a-ttl.ts';
import { failuresAreSeen } from './workflows/failures-are-seen.ts';
import { restoresOverwriteNothing } from './workflows/restores-overwrite-nothing.ts';
import { runsAreClearedAway } from './workflows/runs-are-cleared-away.ts';
import { templatesAreThere } from './workflows/templates-are-there.ts';

/** Every rule, area by area. */
export const rules: readonly Rule[] = [
  accountsArePinned,
  breakGlassNeedsMfa,
  bucketsArePrivate,
  foreignBackupsAreReadOnly,
  grantsAreForAws,
  networkIsClosed,
  noWildcardActions,
  nodeCredentialsAreOutOfReach,
  ownerOwnsObjects,
  podsAreConfined,
  regionsAreAllowed,
  serviceAccountsHaveRoles,
  servicesSendWhatIsAsked,
  snapshotsOfOthersAreSafe,
  stateIsGuarded,
  trustIsBound,
  writesNameTheirTarget,
  alarmsReachSomebody,
  alertsAreExplained,
  alertsAreRouted,
  alertsResolve,
  channelsStandAlone,
  criticalTakesTwoWays,
  eventsReachTheirTopic,
  keysAreGuarded,
  lastStatusIsNotAsked,
  lostEventsAreSeen,
  metricsAreScraped,
  missingDataIsDecided,
  monitorsCarryTheLabels,
  objectsMayBeRead,
  receiversNameSecrets,
  replicationIsWatched,
  requestsAreMeasured,
  scrapesGetThrough,
  severitiesAreRouted,
  topicsAreHeard,
  watchdogIsAwake,
  watchdogIsRouted,
  budgetIsBounded,
  budgetIsWatched,
  coldClassesPayOff,
  replicasAreInfrequent,
  resourcesAreTagged,
  bucketKeysAreOn,
  bucketsUseKms,
  encryptedObjectsAreReplicated,
  headerlessPutsAreTaken,
  keysRotate,
  keysWaitForDeletion,
  noSecretsInGit,
  passwordIsWaitedFor,
  replicaKeyInItsRegion,
  repositoryPasswordIsOurs,
  secretsUseKms,
  topicsAreEncrypted,
  transportIsTls,
  volumesByDefault,
  applicationsHaveContent,
  backupsAreNotPruned,
  backupsOutliveSchedules,
  definitionsAreComplete,
  driftIsMended,
  imagesArePinned,
  largeObjectsApply,
  noRunsInGit,
  onlyRenderedFilesAreApplied,
  pluginPairsWithServer,
  projectsLeaveRunsAlone,
  classesAreReplicated,
  copiesLeaveTheRegion,
  everyNodeIsCovered,
  locationsAreUnderstood,
  locationsAreVerified,
  lossesAreAllowed,
  maintenanceHasMemory,
  namespacesLeftOutAreDeclared,
  oneDefaultLocation,
  replicationIsTimed,
  schedulesNameTheirPolicies,
  serverTakesCsiSnapshots,
  snapshotsHaveAClass,
  volumePoliciesAreThere,
  volumesFollowTheirPods,
  volumesLeftOutAreDeclared,
  workKeepsItsNode,
  accessIsLogged,
  backupsOutliveTheirTtl,
  backupsStayReadable,
  bucketsAreVersioned,
  byClassOfData,
  classesInOrder,
  deletionsStayHere,
  evidenceIsLocked,
  incompleteUploadsAreAborted,
  kopiaPacksNeverExpire,
  kopiaPacksStayReadable,
  locksAreVersioned,
  nothingIsDestroyed,
  oldVersionsExpire,
  replicasHaveALifecycle,
  snapshotsAreKept,
  ttlIsATime,
  expressionsAreReadAlike,
  newSchedulesStartAtOnce,
  schedulesDoNotCollide,
  schedulesRun,
  accountsExist,
  backupsHaveATtl,
  failuresAreSeen,
  restoresOverwriteNothing,
  runsAreClearedAway,
  templatesAreThere,
  drillsCleanUp,
  stepImagesArePinned,
  parametersExist,
  recoveriesKnowTheDisaster,
  referencesResolve,
  restoresTakeTurns,
  scriptsAreFixed,
  secretsStayUnsaid,
  settingsAreThere,
  stepsAreBounded,
  stepsAreConfined,
];
