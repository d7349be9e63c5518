import { approvalLabel, veleroServiceAccount } from '@resilience/config/names';

import { cel, type GuardOf } from './guard.ts';

/** Velero deletes a backup when its time has come; anybody else needs a second person. */
export const backupsAreDeletedByVelero: GuardOf = () => ({
  name: 'backups-are-deleted-by-velero',
  resources: ['backups', 'deletebackuprequests'],
  operations: ['CREATE', 'DELETE'],
  except: [veleroServiceAccount],
  validations: [
    {
      expression: "request.operation != 'DELETE' || request.resource.resource != 'backups'",
      message:
        'Deleting the Backup object alone leaves its data behind, and Velero brings it back: create a DeleteBackupRequest.',
    },
    {
      expression: `request.operation != 'CREATE' || request.resource.resource != 'deletebackuprequests' || (has(object.metadata.labels) && ${cel(approvalLabel)} in object.metadata.labels && object.metadata.labels[${cel(approvalLabel)}] != '')`,
      message: `Deleting a backup needs the label ${approvalLabel} with the name of who approved it.`,
    },
  ],
});
