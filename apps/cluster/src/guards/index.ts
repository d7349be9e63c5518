import { backupsAreDeletedByVelero } from './backups-are-deleted-by-velero.ts';
import { backupsLiveLongEnough } from './backups-live-long-enough.ts';
import { drillsStayInTheirNamespaces } from './drills-stay-in-their-namespaces.ts';
import type { GuardOf } from './guard.ts';
import { locationsAreDeclared } from './locations-are-declared.ts';
import { movementsAreWrittenByVelero } from './movements-are-written-by-velero.ts';
import { restoresAreApproved } from './restores-are-approved.ts';
import { schedulesChangeInGit } from './schedules-change-in-git.ts';
import { stateIsWrittenByVelero } from './state-is-written-by-velero.ts';

export const guards: readonly GuardOf[] = [
  backupsAreDeletedByVelero,
  backupsLiveLongEnough,
  drillsStayInTheirNamespaces,
  locationsAreDeclared,
  movementsAreWrittenByVelero,
  restoresAreApproved,
  schedulesChangeInGit,
  stateIsWrittenByVelero,
];
