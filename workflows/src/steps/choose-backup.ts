import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { copies, location } from '../backup-choice.ts';
import { scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

/** Chooses the newest completed backup that holds what is to be restored. */
export const chooseBackup = (environment: Environment): Template =>
  scriptStep(environment, {
    name: 'choose-backup',
    inputs: ['namespaces', 'backup', 'before'],
    env: {
      NAMESPACES: input('namespaces'),
      BACKUP: input('backup'),
      BEFORE: input('before'),
      LOCATION: location,
      COPIES: copies(environment),
    },
    outputs: ['backup', 'backup-started-at', 'started-at'],
    deadline: minutes(5),
    retried: true,
  });
