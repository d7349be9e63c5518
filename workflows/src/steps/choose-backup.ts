import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { type Wave, waves } from '@resilience/config/waves';

import { copies, location } from '../backup-choice.ts';
import { scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

/** Chooses for each namespace the newest completed backup that holds it. */
export const chooseBackup = (environment: Environment): Template =>
  scriptStep(environment, {
    name: 'choose-backup',
    inputs: ['services', 'checks', 'remainder', 'backup', 'before'],
    env: {
      SERVICES: input('services'),
      CHECKS: input('checks'),
      WAVES: JSON.stringify(waves),
      REMAINDER: input('remainder'),
      BACKUP: input('backup'),
      BEFORE: input('before'),
      LOCATION: location,
      COPIES: copies(environment),
    },
    outputs: ['started-at', 'services', ...waves.flatMap((wave) => Object.values(ofWave(wave)))],
    deadline: minutes(5),
    retried: true,
  });

/** What is chosen for one wave, as JSON lists. */
export const ofWave = (wave: Wave) => ({
  restores: `restores-${wave}`,
  services: `services-${wave}`,
  checks: `checks-${wave}`,
});
