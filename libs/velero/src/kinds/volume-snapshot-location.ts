import { z } from 'zod';

import { metadata } from './scalars.ts';

/** @see https://github.com/vmware-tanzu/velero-plugin-for-aws/blob/v1.14.3/volumesnapshotlocation.md */
const config = z
  .strictObject({
    region: z.string(),
    profile: z.string(),
    credentialsFile: z.string(),
    enableSharedConfig: z.enum(['true', 'false']),
    ebsKmsKeyId: z.string(),
  })
  .partial();

export const volumeSnapshotLocation = z.strictObject({
  apiVersion: z.literal('velero.io/v1'),
  kind: z.literal('VolumeSnapshotLocation'),
  metadata,
  spec: z.strictObject({ provider: z.string(), config }),
});

export type VolumeSnapshotLocationManifest = z.input<typeof volumeSnapshotLocation>;
