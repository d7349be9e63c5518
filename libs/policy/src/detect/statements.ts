import { z } from 'zod';

import type { Rendered, RenderedObject, Selector } from '../rendered.ts';
import { referred } from './references.ts';

/** The statements of a policy of IAM, as Terraform's data source has them. */
export const statements = z.looseObject({
  statement: z.array(
    z.looseObject({
      sid: z.string().optional(),
      effect: z.string().default('Allow'),
      actions: z.array(z.string()),
      resources: z.array(z.string()).default([]),
      principals: z
        .array(z.looseObject({ type: z.string(), identifiers: z.array(z.string()) }))
        .default([]),
      condition: z
        .array(
          z.looseObject({ test: z.string(), variable: z.string(), values: z.array(z.string()) }),
        )
        .default([]),
    }),
  ),
});

export type Statement = z.output<typeof statements>['statement'][number];

/** What roles may do. */
export const permissions: Selector = (rendered) =>
  rendered.of('aws_iam_role_policy').flatMap((role) => document(rendered, role, 'policy') ?? []);

/** Who may take on roles. */
export const trusts: Selector = (rendered) =>
  rendered
    .of('aws_iam_role')
    .flatMap((role) => document(rendered, role, 'assume_role_policy') ?? []);

/** The policy document that an attribute of a resource refers to. */
export function document(
  rendered: Rendered,
  object: RenderedObject,
  attribute: string,
): RenderedObject | undefined {
  const { data = {} } = z.looseObject({}).safeParse(object.value);
  const expression = data[attribute];
  return referred(rendered, object, typeof expression === 'string' ? expression : undefined);
}

/** Whether every condition has one on a variable, case aside. */
export const hasCondition = ({ condition }: Statement, variable: RegExp): boolean =>
  condition.some((one) => variable.test(one.variable));
