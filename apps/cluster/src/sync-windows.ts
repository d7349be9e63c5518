import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { goDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

type SyncWindow = NonNullable<IAppProject['spec']['syncWindows']>[number];

/** Nothing of the layer changes under a drill, unless a person syncs it. */
export const drillWindows = ({ drills }: Environment): SyncWindow[] =>
  Object.entries(drills).map(([name, { cron, durationBudget }]) => ({
    kind: 'deny',
    schedule: cron.expression,
    duration: goDuration(durationBudget),
    timeZone: 'UTC',
    applications: ['*'],
    manualSync: true,
    description: `The drill ${name}`,
  }));
