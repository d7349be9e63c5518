import { z } from 'zod';

import { clusterMetadata } from './scalars.ts';

/** Of the CSI external-snapshotter, not of Velero: the class whose label makes Velero choose it. */
export const volumeSnapshotClass = z.strictObject({
  apiVersion: z.literal('snapshot.storage.k8s.io/v1'),
  kind: z.literal('VolumeSnapshotClass'),
  metadata: clusterMetadata,
  driver: z.string(),
  deletionPolicy: z.enum(['Retain', 'Delete']),
  parameters: z.record(z.string(), z.string()).exactOptional(),
});

export type VolumeSnapshotClassManifest = z.input<typeof volumeSnapshotClass>;
