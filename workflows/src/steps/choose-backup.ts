import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { type Wave, waves } from '@resilience/config/waves';

import { copies, location } from '../backup-choice.ts';
import { declaredServicesFile, declaredServicesName } from '../declared-services.ts';
import { mountOf, scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

/** Chooses for each namespace the newest completed backup from before the disaster that holds it. */
export const chooseBackup = (environment: Environment): Template =>
  scriptStep(environment, {
    name: 'choose-backup',
    inputs: ['services', 'checks', 'remainder', 'backup', 'before', 'disaster-at'],
    env: {
      DECLARED: `${mountOf(declaredServicesName)}/${declaredServicesFile}`,
      SERVICES: input('services'),
      CHECKS: input('checks'),
      WAVES: JSON.stringify(waves),
      REMAINDER: input('remainder'),
      BACKUP: input('backup'),
      BEFORE: input('before'),
      DISASTER_AT: input('disaster-at'),
      LOCATION: location,
      COPIES: copies(environment),
      BUCKET: environment.backups.bucket,
      REGION: environment.backups.region,
    },
    outputs: ['started-at', 'services', ...waves.flatMap((wave) => Object.values(ofWave(wave)))],
    // As test-backups, it reads backups to their ends.
    deadline: minutes(30),
    retried: true,
    configMaps: [declaredServicesName],
  });

/** What is chosen for one wave, as JSON lists. */
export const ofWave = (wave: Wave) => ({
  restores: `restores-${wave}`,
  services: `services-${wave}`,
  checks: `checks-${wave}`,
});
