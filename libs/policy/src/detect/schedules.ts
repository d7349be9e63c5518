import { z } from 'zod';

/** A Schedule of Velero, as far as rules look at it. */
export const schedule = z.looseObject({
  metadata: z.looseObject({
    annotations: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.looseObject({
    schedule: z.string(),
    template: z.looseObject({
      ttl: z.string(),
      /** Without any, all of them. */
      includedNamespaces: z.array(z.string()).default([]),
      excludedNamespaces: z.array(z.string()).default([]),
      snapshotMoveData: z.boolean().optional(),
      resourcePolicy: z.looseObject({ name: z.string() }).optional(),
    }),
  }),
});

/** @returns seconds, or undefined for what is no duration of Go in hours, minutes and seconds */
export function goSeconds(text: string): number | undefined {
  const [whole, hours = 0, minutes = 0, seconds = 0] =
    /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text) ?? [];
  return whole ? Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) : undefined;
}
