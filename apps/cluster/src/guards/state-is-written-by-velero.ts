import { veleroServiceAccount } from '@resilience/config/names';

import type { GuardOf } from './guard.ts';
import { writtenByVelero } from './written-by-velero.ts';

const changedInGit = ['backupstoragelocations', 'schedules', 'volumesnapshotlocations'];

const kinds = [
  'backuprepositories',
  'backups',
  'deletebackuprequests',
  'downloadrequests',
  'restores',
  ...changedInGit,
];

/** A backup expires by its status: one patch to it, and Velero deletes all that it holds. */
export const stateIsWrittenByVelero: GuardOf = () => ({
  name: 'state-is-written-by-velero',
  resources: kinds.flatMap((kind) => [kind, `${kind}/status`]),
  operations: ['CREATE', 'UPDATE'],
  except: [veleroServiceAccount],
  validations: writtenByVelero(changedInGit),
});
