import { z } from 'zod';

/**
 * How objects are changed while they are restored.
 *
 * @see https://velero.io/docs/v1.18/restore-resource-modifiers/
 */
export const resourceModifiers = z.strictObject({
  version: z.literal('v1'),
  resourceModifierRules: z.array(
    z.strictObject({
      conditions: z.strictObject({
        groupResource: z.string(),
        namespaces: z.array(z.string()).exactOptional(),
        resourceNameRegex: z.string().exactOptional(),
      }),
      patches: z
        .array(
          z.strictObject({
            operation: z.enum(['add', 'remove', 'replace', 'test']),
            path: z.string().startsWith('/'),
            value: z.string(),
          }),
        )
        .exactOptional(),
      mergePatches: z.array(z.strictObject({ patchData: z.string() })).exactOptional(),
    }),
  ),
});

export type ResourceModifiers = z.input<typeof resourceModifiers>;
