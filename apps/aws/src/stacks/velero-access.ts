import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';
import { DataAwsKmsAlias } from '@cdktf/provider-aws/lib/data-aws-kms-alias/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import type { Environment } from '@resilience/config/environment';
import { oidcProvider, veleroRole, veleroServiceAccount } from '@resilience/config/names';
import type { Construct } from 'constructs';

import { RegionStack } from '../constructs/region-stack.ts';
import { veleroStatements } from '../policies/velero.ts';

/** The role that Velero's service account takes on, by IRSA. */
export class VeleroAccess extends RegionStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'velero-access', environment, environment.aws.region);
    const key = new DataAwsKmsAlias(this, 'key', { name: environment.backups.keyAlias });
    const role = new IamRole(this, 'role', {
      name: veleroRole(environment).name,
      assumeRolePolicy: this.#trust(environment).json,
    });
    const permissions = new DataAwsIamPolicyDocument(this, 'permissions', {
      statement: veleroStatements(environment, key.targetKeyArn),
    });
    new IamRolePolicy(this, 'policy', { role: role.id, policy: permissions.json });
  }

  /** Only the one service account, in the one cluster. */
  #trust(environment: Environment): DataAwsIamPolicyDocument {
    const { issuer, arn } = oidcProvider(environment);
    const { namespace, name } = veleroServiceAccount;
    const equals = (claim: string, value: string) => ({
      test: 'StringEquals',
      variable: `${issuer}:${claim}`,
      values: [value],
    });
    return new DataAwsIamPolicyDocument(this, 'trust', {
      statement: [
        {
          actions: ['sts:AssumeRoleWithWebIdentity'],
          principals: [{ type: 'Federated', identifiers: [arn] }],
          condition: [
            equals('sub', `system:serviceaccount:${namespace}:${name}`),
            equals('aud', 'sts.amazonaws.com'),
          ],
        },
      ],
    });
  }
}
