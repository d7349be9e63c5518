import type { Environment } from '@resilience/config/environment';
import { veleroServiceAccount } from '@resilience/config/names';

import type { Manifest } from '../apiserver/client.ts';
import type { AdmissionCase } from './admission-case.ts';

interface Changes {
  readonly bucket?: string;
  readonly prefix?: string;
  readonly accessMode?: string;
  readonly config?: Readonly<Record<string, string>>;
}

type Location = (changes?: Changes, name?: string) => Manifest;

/** Where backups are, and how they are encrypted there. */
export function locationCases(environment: Environment): AdmissionCase[] {
  const { bucket, keyAlias, region, accessMode } = environment.backups;
  const encrypted = { region, serverSideEncryption: 'aws:kms', kmsKeyId: keyAlias };
  const location: Location = (changes = {}, name = 'default') => ({
    apiVersion: 'velero.io/v1',
    kind: 'BackupStorageLocation',
    metadata: { name, namespace: veleroServiceAccount.namespace },
    spec: {
      provider: 'aws',
      default: name === 'default',
      accessMode: changes.accessMode ?? accessMode,
      objectStorage: {
        bucket: changes.bucket ?? bucket,
        ...(changes.prefix !== undefined && { prefix: changes.prefix }),
      },
      config: { ...(changes.config ?? encrypted) },
    },
  });
  return [
    ...weakened(environment, location, encrypted),
    { ...create, what: 'mount the declared bucket once more', object: location({}, 'second') },
    { ...update, what: 'leave the location as it is', object: location() },
    {
      what: 'note what it found out about the location',
      asker: 'velero',
      operation: 'update',
      object: { ...location(), status: { phase: 'Available' } },
    },
    { what: 'remove a location', asker: 'argocd', operation: 'delete', object: location() },
  ];
}

const update = { asker: 'person', operation: 'update' } as const;
const create = { asker: 'person', operation: 'create' } as const;

function weakened(
  { backups: { bucket, region, accessMode } }: Environment,
  location: Location,
  encrypted: Readonly<Record<string, string>>,
): AdmissionCase[] {
  const elsewhere = `are in the bucket ${bucket}, and nowhere else`;
  const encryption = 'Backups are encrypted with alias/';
  const another = accessMode === 'ReadOnly' ? 'ReadWrite' : 'ReadOnly';
  return [
    {
      ...create,
      what: 'add a location in a bucket that nobody declared',
      object: location({ bucket: 'somewhere-else' }, 'elsewhere'),
      refused: elsewhere,
    },
    {
      ...update,
      what: 'send backups to another bucket',
      object: location({ bucket: 'somewhere-else' }),
      refused: elsewhere,
    },
    {
      ...update,
      what: 'send backups to another folder of the bucket',
      object: location({ prefix: 'elsewhere' }),
      refused: 'are in the root of the bucket',
    },
    {
      ...update,
      what: 'stop the encryption',
      object: location({ config: { region } }),
      refused: encryption,
    },
    {
      ...update,
      what: 'encrypt with the key of AWS',
      object: location({ config: { region, serverSideEncryption: 'aws:kms' } }),
      refused: encryption,
    },
    {
      ...update,
      what: 'trust any certificate',
      object: location({ config: { ...encrypted, insecureSkipTLSVerify: 'true' } }),
      refused: 'The certificate of S3 is always verified',
    },
    {
      ...update,
      what: 'change the access mode',
      object: location({ accessMode: another }),
      refused: `The location is ${accessMode}`,
    },
    {
      what: 'remove the location',
      asker: 'person',
      operation: 'delete',
      object: location(),
      refused: 'Locations are removed in Git',
    },
  ];
}
