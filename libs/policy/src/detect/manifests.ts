import { z } from 'zod';

/** Templates of Argo that create, read or change an object. */
export const workflow = z.looseObject({
  spec: z.looseObject({
    serviceAccountName: z.string().optional(),
    templates: z
      .array(
        z.looseObject({
          name: z.string(),
          resource: z
            .looseObject({
              action: z.string(),
              manifest: z.string(),
              successCondition: z.string().optional(),
              failureCondition: z.string().optional(),
            })
            .optional(),
        }),
      )
      .default([]),
  }),
});

const object = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  spec: z.looseObject({}).default({}),
});

export interface Step {
  readonly at: readonly PropertyKey[];
  readonly action: string;
  readonly success: string;
  readonly failure: string;
  readonly object: z.output<typeof object>;
}

/** The objects that a workflow works on. */
export const stepsOf = ({ spec }: z.output<typeof workflow>): Step[] =>
  spec.templates.flatMap(({ resource }, index) => {
    if (!resource) return [];
    const parsed = object.safeParse(JSON.parse(quoted(resource.manifest)));
    if (!parsed.success) return [];
    return {
      at: ['spec', 'templates', index, 'resource'],
      action: resource.action,
      success: resource.successCondition ?? '',
      failure: resource.failureCondition ?? '',
      object: parsed.data,
    };
  });

/** What Argo fills in as JSON stands outside of quotes. */
const quoted = (manifest: string): string => manifest.replaceAll(/(?<=: )\{\{[^}]+\}\}/g, '"$&"');

/** Runs of Velero that a workflow waits for. */
export const isRun = ({ action, object: { kind } }: Step): boolean =>
  action === 'create' && (kind === 'Backup' || kind === 'Restore');
