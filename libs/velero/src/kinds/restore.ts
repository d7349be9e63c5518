import { z } from 'zod';

import { goDuration, labelSelector, metadata, objectName, resourceNames } from './scalars.ts';

/** Text that Argo Workflows fills in before the API server sees it. */
const parameter = z.string().regex(/^\{\{[\w.-]+\}\}$/);

const restoreHook = z.strictObject({
  name: objectName,
  includedResources: resourceNames,
  labelSelector,
  postHooks: z
    .array(
      z.strictObject({
        exec: z.strictObject({
          container: z.string(),
          command: z.array(z.string()).nonempty(),
          onError: z.enum(['Continue', 'Fail']),
          execTimeout: goDuration,
          waitForReady: z.boolean(),
        }),
      }),
    )
    .nonempty(),
});

export const restore = z.strictObject({
  apiVersion: z.literal('velero.io/v1'),
  kind: z.literal('Restore'),
  metadata: metadata.partial({ name: true }).extend({ generateName: z.string().exactOptional() }),
  spec: z
    .strictObject({
      backupName: z.union([objectName, parameter]).exactOptional(),
      scheduleName: z.union([objectName, parameter]).exactOptional(),
      includedNamespaces: z.array(z.string()).nonempty(),
      excludedNamespaces: z.array(z.string()).exactOptional(),
      includedResources: resourceNames.exactOptional(),
      excludedResources: resourceNames.exactOptional(),
      labelSelector: labelSelector.exactOptional(),
      namespaceMapping: z.record(z.string(), z.string()).exactOptional(),
      existingResourcePolicy: z.enum(['none', 'update']),
      restorePVs: z.boolean(),
      /** Null for those that what is restored needs. */
      includeClusterResources: z.boolean().nullable().exactOptional(),
      resourceModifier: z
        .strictObject({ kind: z.literal('configmap'), name: objectName })
        .exactOptional(),
      hooks: z.strictObject({ resources: z.array(restoreHook) }).exactOptional(),
    })
    .refine(
      ({ backupName, scheduleName }) => (backupName === undefined) !== (scheduleName === undefined),
      {
        error: 'either backupName or scheduleName, not both',
      },
    ),
});

export type RestoreManifest = z.input<typeof restore>;
