import { z } from 'zod';

const conditions = z
  .strictObject({
    capacity: z.string(),
    storageClass: z.array(z.string()),
    nfs: z.strictObject({ server: z.string().exactOptional(), path: z.string().exactOptional() }),
    csi: z.strictObject({ driver: z.string().exactOptional() }),
    volumeTypes: z.array(z.string()),
    pvcLabels: z.record(z.string(), z.string()),
    pvcPhase: z.array(z.string()),
  })
  .partial();

/**
 * The document inside the ConfigMap that a backup's `resourcePolicy` names; Velero refuses unknown
 * keys, and the first policy whose conditions match decides.
 *
 * @see https://velero.io/docs/v1.18/resource-filtering/#resource-policies
 */
export const resourcePolicies = z.strictObject({
  version: z.literal('v1'),
  volumePolicies: z.array(
    z.strictObject({
      conditions,
      action: z.strictObject({ type: z.enum(['skip', 'snapshot', 'fs-backup', 'custom']) }),
    }),
  ),
});

export type ResourcePolicies = z.input<typeof resourcePolicies>;
