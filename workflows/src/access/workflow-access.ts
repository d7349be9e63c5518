import type { Environment } from '@resilience/config/environment';
import {
  backupServiceAccount,
  drillRole,
  drillServiceAccount,
  recoveryRole,
  runbookServiceAccount,
} from '@resilience/config/names';
import { Construct } from 'constructs';

import { AccountAccess, type Right } from './account-access.ts';
import { preparesAndCleansUp, restores, startsWorkloads, verifies } from './rights.ts';

const applications = (...verbs: readonly string[]): Right => ({
  group: 'argoproj.io',
  resources: ['applications'],
  verbs,
});

/**
 * Who drills can make namespaces and take them away, and stops no application. Who recovers can do
 * neither the first, and pauses what would undo it. Who backs up restores nothing.
 */
export class WorkflowAccess extends Construct {
  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id);
    new AccountAccess(this, 'recoveries', environment, {
      account: runbookServiceAccount,
      role: recoveryRole(environment),
      own: restores,
      applications: applications('get', 'patch'),
      everywhere: [...verifies(environment), ...startsWorkloads],
    });
    new AccountAccess(this, 'drills', environment, {
      account: drillServiceAccount,
      role: drillRole(environment),
      own: restores,
      applications: applications('get'),
      everywhere: [...verifies(environment), ...preparesAndCleansUp],
    });
    new AccountAccess(this, 'backups', environment, {
      account: backupServiceAccount,
      own: [
        {
          group: 'velero.io',
          resources: ['backups'],
          verbs: ['create', 'get', 'list', 'watch'],
        },
      ],
      applications: applications('get'),
      everywhere: [],
    });
  }
}
