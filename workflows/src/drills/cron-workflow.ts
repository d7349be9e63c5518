import type { ICronWorkflow } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/CronWorkflow';
import { gapsOf } from '@resilience/config/cron-gap';
import type { Drill } from '@resilience/config/declaration';
import { hours } from '@resilience/config/duration';
import { drillLabel, drillWorkflow } from '@resilience/config/names';

import { logsKeptFor, type Runbook } from '../runbook.ts';
import { clusterRestore } from './cluster-restore.ts';
import { namespaceRestore } from './namespace-restore.ts';
import { regionFailover } from './region-failover.ts';
import { validation } from './validation.ts';

/** A controller that was away for longer has missed the drill; the alert on its age says so. */
const startingDeadline = hours(1);

/** How many runs of each outcome are there to look at, at the least; their reports are in the evidence bucket. */
const fewest = 3;

/** As many as begin while the logs of the first are to be there. */
const kept = ({ cron }: Drill): number =>
  Math.max(fewest, Math.ceil(logsKeptFor.seconds / gapsOf(cron).shortest.seconds));

/** A declared drill as Argo starts it. */
export function cronWorkflow(name: string, drill: Drill) {
  const labels = { [drillLabel]: name };
  return {
    apiVersion: 'argoproj.io/v1alpha1' as const,
    kind: 'CronWorkflow' as const,
    metadata: { name: drillWorkflow(name), labels },
    spec: {
      schedules: [drill.cron.expression],
      timezone: 'UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: startingDeadline.seconds,
      successfulJobsHistoryLimit: kept(drill),
      failedJobsHistoryLimit: kept(drill),
      workflowMetadata: { labels },
      workflowSpec: spec(name, drill),
    } satisfies ICronWorkflow['spec'],
  };
}

function spec(name: string, drill: Drill): Runbook {
  if (drill.kind === 'validation') return validation({ name, drill });
  if (drill.kind === 'namespace-restore') return namespaceRestore({ name, drill });
  if (drill.kind === 'cluster-restore') return clusterRestore({ name, drill });
  return regionFailover({ name, drill });
}
