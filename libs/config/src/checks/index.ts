import { awsNamesFit } from './aws-names-fit.ts';
import { breakGlassInTheAccount } from './break-glass-in-the-account.ts';
import { changesAreOfServices } from './changes-are-of-services.ts';
import { channelsAreDeclared } from './channels-are-declared.ts';
import type { Check } from './check.ts';
import { checksumsOfWhatIsCopied } from './checksums-of-what-is-copied.ts';
import { copiesNeedADrRegion } from './copies-need-a-dr-region.ts';
import { drRegionDiffers } from './dr-region-differs.ts';
import { drillsAreOfServices } from './drills-are-of-services.ts';
import { failoversStartFromTheReplica } from './failovers-start-from-the-replica.ts';
import { lifecycleInOrder } from './lifecycle-in-order.ts';
import { namesLeaveRoom } from './names-leave-room.ts';
import { objectLockHoldsTheLongestBackup } from './object-lock-holds-the-longest-backup.ts';
import { objectLockOutlivedByLifecycle } from './object-lock-outlived-by-lifecycle.ts';
import { oidcIssuerInRegion } from './oidc-issuer-in-region.ts';
import { ownersAreTold } from './owners-are-told.ts';
import { patternsNeedVelero } from './patterns-need-velero.ts';
import { readOnlyStorageTakesNoSchedules } from './read-only-storage-takes-no-schedules.ts';
import { referencesInsideServices } from './references-inside-services.ts';
import { retentionOutlivedByLifecycle } from './retention-outlived-by-lifecycle.ts';
import { schedulesCoverKnownServices } from './schedules-cover-known-services.ts';
import { servicesAreNotLeftOut } from './services-are-not-left-out.ts';
import { servicesAreScheduled } from './services-are-scheduled.ts';
import { servicesCanBeVerified } from './services-can-be-verified.ts';
import { somethingIsProtected } from './something-is-protected.ts';
import { volumesAreToldApart } from './volumes-are-told-apart.ts';
import { volumesLeftOutAreOfNobody } from './volumes-left-out-are-of-nobody.ts';

export const checks: readonly Check[] = [
  awsNamesFit,
  breakGlassInTheAccount,
  changesAreOfServices,
  channelsAreDeclared,
  checksumsOfWhatIsCopied,
  copiesNeedADrRegion,
  drRegionDiffers,
  drillsAreOfServices,
  failoversStartFromTheReplica,
  lifecycleInOrder,
  namesLeaveRoom,
  objectLockHoldsTheLongestBackup,
  objectLockOutlivedByLifecycle,
  oidcIssuerInRegion,
  ownersAreTold,
  patternsNeedVelero,
  readOnlyStorageTakesNoSchedules,
  referencesInsideServices,
  retentionOutlivedByLifecycle,
  schedulesCoverKnownServices,
  servicesAreNotLeftOut,
  servicesAreScheduled,
  servicesCanBeVerified,
  somethingIsProtected,
  volumesAreToldApart,
  volumesLeftOutAreOfNobody,
];
