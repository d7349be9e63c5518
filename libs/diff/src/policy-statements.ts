import type { Rendered } from '@resilience/policy/rendered';
import { z } from 'zod';

const policyDocument = z.looseObject({
  statement: z.array(
    z.looseObject({
      sid: z.string().default(''),
      effect: z.string().default('Allow'),
      actions: z.array(z.string()).default([]),
      resources: z.array(z.string()).default([]),
      condition: z.array(z.unknown()).default([]),
      principals: z.array(z.looseObject({ identifiers: z.array(z.string()) })).default([]),
    }),
  ),
});

/** One statement of a policy document of IAM. */
export interface PolicyStatement {
  readonly file: string;
  /** The document with its stack, such as `access/velero-permissions`. */
  readonly document: string;
  readonly sid: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principals: readonly string[];
  /** How many have to hold. */
  readonly conditions: number;
}

/** Every statement that is rendered for IAM, for buckets, keys and topics. */
export const statementsOf = (rendered: Rendered): PolicyStatement[] =>
  rendered.of('data.aws_iam_policy_document').flatMap(({ file, name, value }) =>
    (policyDocument.safeParse(value).data?.statement ?? []).map((one) => ({
      file,
      document: name,
      sid: one.sid,
      effect: one.effect,
      actions: one.actions,
      resources: one.resources,
      conditions: one.condition.length,
      principals: one.principals.flatMap(({ identifiers }) => identifiers),
    })),
  );

/** Where it stands: documents come and go with what they are of. */
export const placeOf = ({ file, document }: PolicyStatement): string => `${file}.${document}`;

/** `access/velero-permissions (ReadCopies)` */
export const nameOf = ({ document, sid }: PolicyStatement): string =>
  sid === '' ? document : `${document} (${sid})`;
