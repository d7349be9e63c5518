import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const locationsAreUnderstood = rule({
  id: 'recovery/locations-are-understood',
  severity: 'error',
  why: 'The plugin refuses a location with a key that it does not know, and no backup is made.',
  source: 'https://github.com/velero-io/velero-plugin-for-aws/blob/main/backupstoragelocation.md',
  declaredAt: 'apps/cluster/src/charts/velero-locations.ts',
  appliesTo: kind('velero.io/BackupStorageLocation'),
  shape: z.looseObject({
    spec: z.looseObject({ config: z.record(z.string(), z.string()) }),
  }),
  check: ({ spec: { config } }) =>
    Object.keys(config)
      .filter((key) => !known.has(key))
      .map((key) =>
        violation('has a key that the plugin does not know', {
          at: ['spec', 'config', key],
          expected: [...known].join(', '),
          received: key,
        }),
      ),
});

const known = new Set([
  'region',
  's3Url',
  'publicUrl',
  'kmsKeyId',
  'serverSideEncryption',
  'customerKeyEncryptionFile',
  'customerKeyEncryptionSecret',
  's3ForcePathStyle',
  'signatureVersion',
  'credentialsFile',
  'profile',
  'insecureSkipTLSVerify',
  'enableSharedConfig',
  'tagging',
  'checksumAlgorithm',
]);
