import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';
import { DataAwsKmsAlias } from '@cdktf/provider-aws/lib/data-aws-kms-alias/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import {
  type BucketEnvironment,
  type Environment,
  ownsBucket,
} from '@resilience/config/environment';
import {
  breakGlassRole,
  drillRole,
  drillServiceAccount,
  evidenceBucket,
  monitoringRole,
  monitoringServiceAccount,
  nodeAgentRole,
  nodeAgentServiceAccount,
  recoveryRole,
  runbookServiceAccount,
  secretsRole,
  secretsServiceAccount,
  veleroRole,
  veleroServiceAccount,
} from '@resilience/config/names';
import type { Construct } from 'constructs';

import { RegionStack } from '../constructs/region-stack.ts';
import { WorkloadRole } from '../constructs/workload-role.ts';
import { explain } from '../explain.ts';
import { breakGlassStatements, breakGlassTrust } from '../policies/break-glass.ts';
import { monitoringStatements } from '../policies/monitoring.ts';
import { secretsStatements } from '../policies/secrets.ts';
import { drillStatements } from '../policies/drill.ts';
import { nodeAgentStatements, veleroStatements } from '../policies/velero.ts';

/** Who may do what with backups. */
export class Access extends RegionStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, environment, {
      name: 'access',
      region: environment.aws.region,
      purpose:
        'The roles of Velero, its node-agent, drills, monitoring and people, each with no more than it needs.',
    });
    const keyArn = (id: string, name: string): string =>
      new DataAwsKmsAlias(this, id, { name }).targetKeyArn;
    const backups = keyArn('backups-key', environment.backups.keyAlias);
    const evidence = keyArn('evidence-key', evidenceBucket(environment).keyAlias);
    const password = keyArn('repository-key', environment.backups.repositorySecret.keyAlias);
    new WorkloadRole(this, 'velero', environment, {
      role: veleroRole(environment),
      account: veleroServiceAccount,
      statements: veleroStatements(environment, backups),
      why: "Velero's server and its maintenance jobs act as this role.",
    });
    new WorkloadRole(this, 'node-agent', environment, {
      role: nodeAgentRole(environment),
      account: nodeAgentServiceAccount,
      statements: nodeAgentStatements(environment, backups),
      why: "Velero's node-agent and its data movers act as this role.",
    });
    new WorkloadRole(this, 'drill', environment, {
      role: drillRole(environment),
      account: drillServiceAccount,
      statements: drillStatements(environment, { backups, evidence, password }),
      why: 'Drills act as this role.',
    });
    new WorkloadRole(this, 'recovery', environment, {
      role: recoveryRole(environment),
      account: runbookServiceAccount,
      statements: drillStatements(environment, { backups, evidence, password }),
      why: 'Recoveries act as this role.',
    });
    new WorkloadRole(this, 'secrets', environment, {
      role: secretsRole(environment),
      account: secretsServiceAccount,
      statements: secretsStatements(environment, password),
      why: 'External Secrets fetches the repository password as this role.',
    });
    new WorkloadRole(this, 'monitoring', environment, {
      role: monitoringRole(environment),
      account: monitoringServiceAccount,
      statements: monitoringStatements(),
      why: 'The exporter of CloudWatch reads metrics as this role.',
    });
    if (ownsBucket(environment)) this.#breakGlass(environment);
  }

  #breakGlass(environment: BucketEnvironment): void {
    const trust = new DataAwsIamPolicyDocument(this, 'break-glass-trust', {
      statement: [breakGlassTrust(environment)],
    });
    const role = explain(
      new IamRole(this, 'break-glass-role', {
        name: breakGlassRole(environment).name,
        assumeRolePolicy: trust.json,
        maxSessionDuration: 3600,
      }),
      'People take it on, with MFA and for an hour, to restore by hand when all else fails.',
    );
    const permissions = new DataAwsIamPolicyDocument(this, 'break-glass-permissions', {
      statement: breakGlassStatements(environment),
    });
    explain(
      new IamRolePolicy(this, 'break-glass-policy', {
        role: role.id,
        policy: permissions.json,
      }),
      'Reads every copy and version, deletes none.',
    );
  }
}
