import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';
import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import type { Environment } from '@resilience/config/environment';
import type { RoleNames, ServiceAccountNames } from '@resilience/config/names';
import { Construct } from 'constructs';

import { explain } from '../explain.ts';
import type { Statement } from '../policies/statement.ts';
import { workloadTrust } from '../policies/workload-trust.ts';

interface WorkloadRoleOptions {
  readonly role: RoleNames;
  readonly account: ServiceAccountNames;
  readonly statements: Statement[];
  readonly why: string;
}

/** The role of one service account in the environment's cluster. */
export class WorkloadRole extends Construct {
  constructor(
    scope: Construct,
    id: string,
    environment: Environment,
    { role: names, account, statements, why }: WorkloadRoleOptions,
  ) {
    super(scope, id);
    const trust = new DataAwsIamPolicyDocument(this, 'trust', {
      statement: [workloadTrust(environment, account)],
    });
    const role = explain(
      new IamRole(this, 'role', { name: names.name, assumeRolePolicy: trust.json }),
      why,
    );
    const permissions = new DataAwsIamPolicyDocument(this, 'permissions', {
      statement: statements,
    });
    explain(
      new IamRolePolicy(this, 'policy', { role: role.id, policy: permissions.json }),
      'What the role may do, to the action and the resource.',
    );
    if (environment.cluster.identity.kind === 'pod-identity') {
      explain(
        new EksPodIdentityAssociation(this, 'association', {
          clusterName: environment.cluster.name,
          namespace: account.namespace,
          serviceAccount: account.name,
          roleArn: role.arn,
        }),
        'Gives the role to the service account.',
      );
    }
  }
}
