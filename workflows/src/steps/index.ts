import type { Environment } from '@resilience/config/environment';

import type { Template } from '../template.ts';
import { awaitReady } from './await-ready.ts';
import { chooseBackup } from './choose-backup.ts';
import { cleanUp } from './clean-up.ts';
import { finish } from './finish.ts';
import { leaveEvidence } from './leave-evidence.ts';
import { measure } from './measure.ts';
import { notify, toldChannels } from './notify.ts';
import { plan } from './plan.ts';
import { preFlight } from './pre-flight.ts';
import { prepareTarget } from './prepare-target.ts';
import { publishMeasurement } from './publish-measurement.ts';
import { recover } from './recover.ts';
import { rehearse } from './rehearse.ts';
import { restore, restoreCopy } from './restore.ts';
import { startWorkload } from './start-workload.ts';
import { testBackups } from './test-backups.ts';
import { verify, verifyService } from './verify.ts';

/** What runbooks and drills are made of. */
export const steps = (environment: Environment): Template[] => [
  ...rehearse,
  ...recover,
  ...finish(environment),
  plan(environment),
  chooseBackup(environment),
  preFlight(environment),
  testBackups(environment),
  prepareTarget(environment),
  restore(environment),
  restoreCopy(environment),
  startWorkload(environment),
  awaitReady(environment),
  verifyService,
  verify(environment),
  measure(environment),
  publishMeasurement(environment),
  cleanUp(environment),
  leaveEvidence(environment),
  ...toldChannels(environment).map((channel) => notify(environment, channel)),
];
