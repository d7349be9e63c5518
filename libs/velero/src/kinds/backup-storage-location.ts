import { z } from 'zod';

import { goDuration, metadata } from './scalars.ts';

/**
 * The keys that the AWS plugin takes; it refuses a location with any other.
 *
 * @see https://github.com/vmware-tanzu/velero-plugin-for-aws/blob/v1.14.3/backupstoragelocation.md
 */
const config = z
  .strictObject({
    region: z.string(),
    s3Url: z.string(),
    publicUrl: z.string(),
    kmsKeyId: z.string(),
    serverSideEncryption: z.string(),
    customerKeyEncryptionFile: z.string(),
    customerKeyEncryptionSecret: z.string(),
    s3ForcePathStyle: z.enum(['true', 'false']),
    signatureVersion: z.string(),
    credentialsFile: z.string(),
    profile: z.string(),
    insecureSkipTLSVerify: z.enum(['true', 'false']),
    enableSharedConfig: z.enum(['true', 'false']),
    tagging: z.string(),
    checksumAlgorithm: z.string(),
  })
  .partial();

export const backupStorageLocation = z.strictObject({
  apiVersion: z.literal('velero.io/v1'),
  kind: z.literal('BackupStorageLocation'),
  metadata,
  spec: z.strictObject({
    provider: z.string(),
    objectStorage: z.strictObject({
      bucket: z.string().min(3).max(63),
      prefix: z.string().exactOptional(),
      caCert: z.string().exactOptional(),
    }),
    config,
    default: z.boolean().exactOptional(),
    accessMode: z.enum(['ReadOnly', 'ReadWrite']),
    backupSyncPeriod: goDuration.exactOptional(),
    validationFrequency: goDuration.exactOptional(),
  }),
});

export type BackupStorageLocationManifest = z.input<typeof backupStorageLocation>;
