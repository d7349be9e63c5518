import { GetRolePolicyCommand, type IAMClient, ListRolePoliciesCommand } from '@aws-sdk/client-iam';

import { list, type Policy } from './evaluate.ts';

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

/**
 * What moto can weigh of a policy: it denies whatever has a condition, and looks at no resource of EC2.
 * It allows more than the policy does, so what it denies is denied for good.
 */
export const withoutWhatMotoLacks = ({ Statement: statements }: Policy): Policy => ({
  Statement: list(statements).map(({ Condition: _condition, ...statement }) =>
    list(statement.Action).every((action) => action.startsWith('ec2:'))
      ? { ...statement, Resource: '*' }
      : statement,
  ),
});
