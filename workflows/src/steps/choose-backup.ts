import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { scriptStep } from '../script-step.ts';
import { input, type Template } from '../template.ts';

/** The BackupStorageLocation of every environment. */
export const location = 'default';

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
      // Snapshots stay in the region that a replica is not in.
      COPIES: environment.storage.kind === 'replica' ? 'off-site' : 'any',
    },
    outputs: ['backup', 'backup-started-at', 'started-at'],
    deadline: minutes(5),
    retried: true,
  });
