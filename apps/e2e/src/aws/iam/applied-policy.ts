import { GetRolePolicyCommand, type IAMClient, ListRolePoliciesCommand } from '@aws-sdk/client-iam';

import type { Policy, Statement } from './evaluate.ts';

/** The policy of a role, as it was applied. */
export async function appliedPolicy(iam: IAMClient, RoleName: string): Promise<Policy> {
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const [PolicyName] = PolicyNames;
  if (PolicyNames.length !== 1 || PolicyName === undefined) {
    throw new Error(`${RoleName} has ${PolicyNames.length} policies`);
  }
  const { PolicyDocument } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
  return JSON.parse(decodeURIComponent(PolicyDocument ?? '')) as Policy;
}

/** What a policy would allow if all its conditions held: moto denies whatever has one. */
export const withoutConditions = ({ Statement: statements }: Policy): Policy => ({
  Statement: (Array.isArray(statements)
    ? (statements as readonly Statement[])
    : [statements as Statement]
  ).map(({ Condition: _, ...statement }) => statement),
});
