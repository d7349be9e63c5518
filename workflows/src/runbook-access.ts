import type { Environment } from '@resilience/config/environment';
import { drillRole, runbookServiceAccount } from '@resilience/config/names';
import { roleAnnotations } from '@resilience/config/role-annotations';
import { ApiResource, Role, RoleBinding, ServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

const resource = (apiGroup: string, resourceType: string) =>
  ApiResource.custom({ apiGroup, resourceType });

/** The right to make backups and restores and to see how they end, and no other. */
export class RunbookAccess extends Construct {
  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id);
    const metadata = { name: runbookServiceAccount.name };
    const account = new ServiceAccount(this, 'account', {
      metadata: { ...metadata, annotations: roleAnnotations(environment, drillRole(environment)) },
    });
    const role = new Role(this, 'role', { metadata });
    // What every pod of a workflow needs to report its result.
    role.allow(['create', 'patch'], resource('argoproj.io', 'workflowtaskresults'));
    role.allow(
      ['create', 'get', 'list', 'watch'],
      resource('velero.io', 'backups'),
      resource('velero.io', 'restores'),
    );
    this.#lookAtApplications(environment, account);
    new RoleBinding(this, 'binding', {
      metadata,
      role: Role.fromRoleName(this, 'bound-role', runbookServiceAccount.name),
    }).addSubjects(account);
  }

  /** Restores pause the application that deploys what they restore; changes are read from it. */
  #lookAtApplications({ gitops }: Environment, account: ServiceAccount): void {
    const name = `${runbookServiceAccount.name}-applications`;
    const metadata = { name, namespace: gitops.namespace };
    const role = new Role(this, 'applications-role', { metadata });
    role.allow(['get', 'patch'], resource('argoproj.io', 'applications'));
    new RoleBinding(this, 'applications-binding', {
      metadata,
      role: Role.fromRoleName(this, 'bound-applications-role', name),
    }).addSubjects(account);
  }
}
