import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Policy } from './evaluate.ts';
import { renderedRoot } from '../../rendered-root.ts';

/** What one statement of a rendered policy allows. */
export interface Statement {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

interface Rendered {
  readonly data: {
    readonly aws_iam_policy_document: Readonly<
      Record<string, { readonly statement: readonly Statement[] } | undefined>
    >;
  };
}

/** Whom pods and Velero's server are known as to AWS. */
export type Purpose = 'velero' | 'node-agent' | 'recovery' | 'drill';

/** The statements of the policy of a role, as Terraform reads them. */
export function renderedStatements(environment: string, purpose: Purpose): readonly Statement[] {
  const file = `environments/${environment}/rendered/terraform/access/main.tf.json`;
  const rendered = JSON.parse(readFileSync(join(renderedRoot, file), 'utf8')) as Rendered;
  const document = rendered.data.aws_iam_policy_document[`${purpose}_permissions`];
  if (!document) throw new Error(`${file} has no policy of ${purpose}`);
  return document.statement;
}

/** What moto can weigh of them: no conditions, and no resources but those of S3. */
export const policyOf = (statements: readonly Statement[]): Policy => ({
  Statement: statements.map(({ actions, resources }) => ({
    Effect: 'Allow' as const,
    Action: actions.flatMap(namesInMoto),
    Resource: actions.every((action) => action.startsWith('s3:')) ? resources : '*',
  })),
});

/** AWS asks for ListBucket before it tells whether a bucket exists; CloudWatch signs its requests as monitoring. */
const namesInMoto = (action: string): string[] =>
  action === 's3:ListBucket'
    ? [action, 's3:HeadBucket']
    : [action.replace(/^cloudwatch:/, 'monitoring:')];
