import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { waves } from '@resilience/config/waves';

import { scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';
import { ofWave } from './choose-backup.ts';

/** What is restored in each wave: all backups that are tested. */
export const tested = waves.map((wave) => ofWave(wave).restores);

/** Looks whether what was backed up can still be read, to its end. */
export const testBackups = (environment: Environment): Template =>
  scriptStep(environment, {
    name: 'test-backups',
    inputs: tested,
    env: {
      RESTORES: tested.map((list) => input(list)).join('\n'),
      BUCKET: environment.backups.bucket,
      REGION: environment.backups.region,
    },
    outputs: [],
    deadline: minutes(30),
    retried: true,
  });
