import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';
import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import type { Environment } from '@resilience/config/environment';
import type { RoleNames } from '@resilience/config/names';
import { applyRole, planRole } from '@resilience/config/pipeline-roles';
import { Construct } from 'constructs';

import { explain } from '../explain.ts';
import { applyStatements } from '../policies/ci-apply.ts';
import { planStatements } from '../policies/ci-plan.ts';
import { applyTrust, issuerOf, planTrust } from '../policies/ci-trust.ts';
import type { Statement } from '../policies/statement.ts';

interface PipelineRole {
  readonly role: RoleNames;
  readonly trust: Statement;
  readonly statements: Statement[];
  readonly why: string;
}

/** What pipelines take on, by a token of their own that no person can have: no key is stored anywhere. */
export class PipelineRoles extends Construct {
  constructor(
    scope: Construct,
    id: string,
    environment: Environment,
    ci: NonNullable<Environment['ci']>,
  ) {
    super(scope, id);
    const { url, audience } = issuerOf(ci);
    if (ci.identityProvider === 'create') {
      explain(
        new IamOpenidConnectProvider(this, 'issuer', { url, clientIdList: [audience] }),
        'Lets IAM check the tokens of pipelines; one in an account.',
      );
    }
    this.#role('plan', {
      role: planRole(environment),
      trust: planTrust(environment, ci),
      statements: planStatements(environment),
      why: 'Pipelines plan the stacks and look for drift as this role, which writes nothing.',
    });
    this.#role('apply', {
      role: applyRole(environment),
      trust: applyTrust(environment, ci),
      statements: applyStatements(environment),
      why: 'Pipelines apply what persons have approved as this role.',
    });
  }

  #role(id: string, { role: names, trust, statements, why }: PipelineRole): void {
    const trusted = new DataAwsIamPolicyDocument(this, `${id}-trust`, { statement: [trust] });
    const role = explain(
      new IamRole(this, `${id}-role`, { name: names.name, assumeRolePolicy: trusted.json }),
      why,
    );
    const permissions = new DataAwsIamPolicyDocument(this, `${id}-permissions`, {
      statement: statements,
    });
    explain(
      new IamRolePolicy(this, `${id}-policy`, { role: role.id, policy: permissions.json }),
      'What the role may do, to the action and the resource.',
    );
  }
}
