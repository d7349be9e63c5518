import type { Rule } from '../../rule.ts';
import { accountsExist } from './accounts-exist.ts';
import { backupsHaveATtl } from './backups-have-a-ttl.ts';
import { drillsCleanUp } from './drills-clean-up.ts';
import { failuresAreSeen } from './failures-are-seen.ts';
import { parametersExist } from './parameters-exist.ts';
import { recoveriesKnowTheDisaster } from './recoveries-know-the-disaster.ts';
import { referencesResolve } from './references-resolve.ts';
import { restoresOverwriteNothing } from './restores-overwrite-nothing.ts';
import { restoresTakeTurns } from './restores-take-turns.ts';
import { runsAreClearedAway } from './runs-are-cleared-away.ts';
import { scriptsAreFixed } from './scripts-are-fixed.ts';
import { secretsStayUnsaid } from './secrets-stay-unsaid.ts';
import { settingsAreThere } from './settings-are-there.ts';
import { stepImagesArePinned } from './step-images-are-pinned.ts';
import { stepsAreBounded } from './steps-are-bounded.ts';
import { stepsAreConfined } from './steps-are-confined.ts';
import { templatesAreThere } from './templates-are-there.ts';

export const workflowsRules: readonly Rule[] = [
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
