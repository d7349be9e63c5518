import type { DataAwsIamPolicyDocumentStatement } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';

export type Statement = DataAwsIamPolicyDocumentStatement;

/** @param sid what the statement is for, in CamelCase */
export const allow = (
  sid: string,
  actions: string[],
  resources: string[],
  condition: Statement['condition'] = [],
): Statement => ({
  sid,
  effect: 'Allow',
  actions,
  resources,
  ...(Array.isArray(condition) && condition.length > 0 && { condition }),
});
