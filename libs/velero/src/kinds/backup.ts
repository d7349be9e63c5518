import { z } from 'zod';

import { goDuration, labelSelector, metadata, objectName, resourceNames } from './scalars.ts';

const execHook = z.strictObject({
  exec: z.strictObject({
    container: z.string(),
    command: z.array(z.string()).nonempty(),
    onError: z.enum(['Continue', 'Fail']),
    timeout: goDuration,
  }),
});

const resourceHook = z.strictObject({
  name: objectName,
  includedNamespaces: z.array(z.string()).nonempty(),
  includedResources: resourceNames,
  labelSelector,
  pre: z.array(execHook).nonempty().exactOptional(),
  post: z.array(execHook).nonempty().exactOptional(),
});

export const backupSpec = z.strictObject({
  metadata: z.strictObject({ labels: z.record(z.string(), z.string()) }).exactOptional(),
  includedNamespaces: z.array(z.string()).min(1),
  excludedNamespaces: z.array(z.string()).exactOptional(),
  includedResources: resourceNames.exactOptional(),
  excludedResources: resourceNames.exactOptional(),
  includeClusterResources: z.boolean().exactOptional(),
  labelSelector: labelSelector.exactOptional(),
  storageLocation: objectName,
  volumeSnapshotLocations: z.array(objectName).exactOptional(),
  ttl: goDuration,
  snapshotVolumes: z.boolean(),
  snapshotMoveData: z.boolean(),
  defaultVolumesToFsBackup: z.boolean(),
  csiSnapshotTimeout: goDuration.exactOptional(),
  itemOperationTimeout: goDuration.exactOptional(),
  resourcePolicy: z
    .strictObject({ kind: z.literal('configmap'), name: objectName })
    .exactOptional(),
  hooks: z.strictObject({ resources: z.array(resourceHook) }).exactOptional(),
});

export type BackupSpec = z.input<typeof backupSpec>;

export const backup = z.strictObject({
  apiVersion: z.literal('velero.io/v1'),
  kind: z.literal('Backup'),
  metadata: metadata.partial({ name: true }).extend({ generateName: z.string().exactOptional() }),
  spec: backupSpec,
});

export type BackupManifest = z.input<typeof backup>;
