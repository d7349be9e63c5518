import { argocdController, veleroServiceAccount } from '@resilience/config/names';

import type { GuardOf } from './guard.ts';

/** A schedule that is gone, paused or thinned out in the cluster is missed only when it is needed. */
export const schedulesChangeInGit: GuardOf = (environment) => ({
  name: 'schedules-change-in-git',
  resources: ['schedules'],
  operations: ['CREATE', 'UPDATE', 'DELETE'],
  // Velero writes down when a schedule fired.
  except: [argocdController(environment), veleroServiceAccount],
  validations: [
    {
      expression: "request.operation == 'UPDATE' && object.spec == oldObject.spec",
      message: `Schedules change in Git: edit environments/${environment.name}/config.ts, and ArgoCD applies it.`,
    },
  ],
});
