import { z } from 'zod';

const prefixed = z.looseObject({ prefix: z.string().optional() });

/** The rules of a bucket's lifecycle; ages are days. */
export const lifecycle = z.looseObject({
  rule: z.array(
    z.looseObject({
      id: z.string(),
      status: z.string(),
      filter: z.array(prefixed).optional(),
      expiration: z.array(z.looseObject({ days: z.number().optional() })).optional(),
      transition: z
        .array(z.looseObject({ days: z.number(), storage_class: z.string() }))
        .optional(),
    }),
  ),
});

export type Lifecycle = z.output<typeof lifecycle>;
export type LifecycleRule = Lifecycle['rule'][number];

/** Whether objects under a prefix fall under a rule, all or some of them. */
export function touches({ status, filter = [] }: LifecycleRule, prefix: string): boolean {
  const filtered = filter[0]?.prefix ?? '';
  return status === 'Enabled' && (filtered.startsWith(prefix) || prefix.startsWith(filtered));
}

/** The age in days at which a rule makes current versions expire. */
export const expiresAfter = ({ expiration = [] }: LifecycleRule): number | undefined =>
  expiration.flatMap(({ days }) => days ?? [])[0];
