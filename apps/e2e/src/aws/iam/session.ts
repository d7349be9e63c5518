import { CreateRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';

import type { AwsClients, Credentials } from '../clients.ts';
import type { Policy } from './evaluate.ts';

/** A session of a new role that has a policy, and nothing else. */
export async function sessionWith(
  { iam, sts }: Pick<AwsClients, 'iam' | 'sts'>,
  RoleName: string,
  policy: Policy,
): Promise<Credentials> {
  const created = await iam.send(
    new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: JSON.stringify(anybody) }),
  );
  await iam.send(
    new PutRolePolicyCommand({
      RoleName,
      PolicyName: 'unconditional',
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', ...policy }),
    }),
  );
  const { Credentials: session } = await sts.send(
    new AssumeRoleCommand({ RoleArn: created.Role?.Arn, RoleSessionName: 'e2e' }),
  );
  return {
    accessKeyId: session?.AccessKeyId ?? '',
    secretAccessKey: session?.SecretAccessKey ?? '',
    sessionToken: session?.SessionToken ?? '',
  };
}

const anybody = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
};
