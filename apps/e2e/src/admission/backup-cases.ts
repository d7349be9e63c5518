import { goDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { approvalLabel, veleroServiceAccount } from '@resilience/config/names';
import { shortestRetention } from '@resilience/config/retention';

import type { Manifest } from '../apiserver/client.ts';
import type { AdmissionCase } from './admission-case.ts';

const { namespace } = veleroServiceAccount;

const backup = (spec: object): Manifest => ({
  apiVersion: 'velero.io/v1',
  kind: 'Backup',
  metadata: { name: 'by-hand', namespace },
  spec,
});

const deletion = (labels: Record<string, string>): Manifest => ({
  apiVersion: 'velero.io/v1',
  kind: 'DeleteBackupRequest',
  metadata: { name: 'by-hand', namespace, labels },
  spec: { backupName: 'by-hand' },
});

/** How long backups live, and who deletes them. */
export const backupCases = (environment: Environment): AdmissionCase[] => [
  ...lifetimes(environment),
  {
    what: 'delete the object of a backup',
    asker: 'person',
    operation: 'delete',
    object: backup({}),
    refused: 'Deleting the Backup object alone leaves its data behind',
  },
  {
    what: 'delete the object of a backup that has expired',
    asker: 'velero',
    operation: 'delete',
    object: backup({}),
  },
  {
    what: 'delete a backup alone',
    asker: 'person',
    operation: 'create',
    object: deletion({}),
    refused: 'Deleting a backup needs the label resilience-layer/approved-by',
  },
  {
    what: 'delete a backup with the approval of nobody',
    asker: 'person',
    operation: 'create',
    object: deletion({ [approvalLabel]: '' }),
    refused: 'Deleting a backup needs the label',
  },
  {
    what: 'delete a backup that somebody else approved',
    asker: 'person',
    operation: 'create',
    object: deletion({ [approvalLabel]: 'bob' }),
  },
  {
    what: 'delete a backup whose time has come',
    asker: 'velero',
    operation: 'create',
    object: deletion({}),
  },
];

function lifetimes(environment: Environment): AdmissionCase[] {
  const shortest = shortestRetention(environment);
  if (!shortest) return [];
  const least = { ttl: goDuration(shortest) };
  const less = { ttl: goDuration({ seconds: shortest.seconds - 1 }) };
  const person = { asker: 'person', operation: 'create' } as const;
  const refused = 'A backup is kept for at least';
  return [
    { ...person, what: 'make a backup that is gone too soon', object: backup(less), refused },
    { ...person, what: 'make a backup for an hour', object: backup({ ttl: '1h' }), refused },
    { ...person, what: 'make a backup that lives just long enough', object: backup(least) },
    { ...person, what: 'make a backup for as long as Velero likes', object: backup({}) },
    {
      what: 'shorten the life of a backup',
      asker: 'person',
      operation: 'update',
      before: backup(least),
      object: backup(less),
      refused: 'Velero alone changes the spec',
    },
    {
      what: 'note a backup that it found in the bucket',
      asker: 'velero',
      operation: 'create',
      object: backup({ ttl: '1h' }),
    },
  ];
}
