import type {
  DataAwsIamPolicyDocumentStatement,
  DataAwsIamPolicyDocumentStatementCondition,
} from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';

export type Statement = DataAwsIamPolicyDocumentStatement;
export type Condition = DataAwsIamPolicyDocumentStatementCondition;

/** @param sid what the statement is for, in CamelCase */
export const allow = (
  sid: string,
  actions: string[],
  resources: string[],
  condition: Condition[] = [],
): Statement => ({
  sid,
  effect: 'Allow',
  actions,
  resources,
  ...(condition.length > 0 && { condition }),
});

/** In a policy of a resource, which names who may. */
export const grant = (
  sid: string,
  principal: { type: 'AWS' | 'Service'; identifiers: string[] },
  actions: string[],
  { resources = ['*'], condition = [] }: { resources?: string[]; condition?: Condition[] } = {},
): Statement => ({ ...allow(sid, actions, resources, condition), principals: [principal] });

/** What delivers the events of rules to their targets. */
export const eventBridge = { type: 'Service' as const, identifiers: ['events.amazonaws.com'] };

export const equals = (variable: string, ...values: string[]): Condition => ({
  test: 'StringEquals',
  variable,
  values,
});

/** Some value, whichever. */
export const isPresent = (variable: string): Condition => ({
  test: 'Null',
  variable,
  values: ['false'],
});

/** The key may be used by a service in some regions for somebody, not by hand. */
export const through = (
  service: 'ec2' | 's3' | 'secretsmanager',
  ...regions: string[]
): Condition =>
  equals(
    'kms:ViaService',
    ...regions.map(
      (region) => `${service}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`,
    ),
  );
