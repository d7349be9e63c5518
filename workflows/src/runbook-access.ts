import { ApiResource, Role, RoleBinding, ServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';

/** The service account that every runbook's pods run under. */
export const runbookAccount = 'resilience-runbooks';

const resource = (apiGroup: string, resourceType: string) =>
  ApiResource.custom({ apiGroup, resourceType });

/** The right to make backups and restores and to see how they end, and no other. */
export class RunbookAccess extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const metadata = { name: runbookAccount };
    const account = new ServiceAccount(this, 'account', { metadata });
    const role = new Role(this, 'role', { metadata });
    // What every pod of a workflow needs to report its result.
    role.allow(['create', 'patch'], resource('argoproj.io', 'workflowtaskresults'));
    role.allow(
      ['create', 'get', 'list', 'watch'],
      resource('velero.io', 'backups'),
      resource('velero.io', 'restores'),
    );
    new RoleBinding(this, 'binding', {
      metadata,
      role: Role.fromRoleName(this, 'bound-role', runbookAccount),
    }).addSubjects(account);
  }
}
