import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Policy } from './evaluate.ts';
import { repositoryRoot } from '../../rendered-stacks.ts';

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

/** Those who write into the bucket of the backups. */
export type Writer = 'velero' | 'node-agent';

/** The statements of the policy of a role, as Terraform reads them. */
export function renderedStatements(environment: string, writer: Writer): readonly Statement[] {
  const file = `environments/${environment}/rendered/terraform/access/main.tf.json`;
  const rendered = JSON.parse(readFileSync(join(repositoryRoot, file), 'utf8')) as Rendered;
  const document = rendered.data.aws_iam_policy_document[`${writer}_permissions`];
  if (!document) throw new Error(`${file} has no policy of ${writer}`);
  return document.statement;
}

/** What moto can weigh of them: no conditions, no resources of EC2, and no key by its alias. */
export const policyOf = (statements: readonly Statement[]): Policy => ({
  Statement: statements.map(({ actions, resources }) => ({
    Effect: 'Allow' as const,
    Action: actions,
    Resource: actions.some((action) => /^(?:ec2|kms):/.test(action)) ? '*' : resources,
  })),
});
