import { drillLabel, drillServiceAccount } from '@resilience/config/names';
import type { ArgoWorkflowsClient } from 'argo-workflows-client';

import type { Workflow } from '../argo/workflow-times.ts';

const { namespace } = drillServiceAccount;

/** The run of a drill that was made last, as far as the server still knows any. */
export async function newestRun(
  argo: ArgoWorkflowsClient,
  drill: string,
): Promise<Workflow | undefined> {
  const { items } = await argo.workflows.list(namespace, {
    labelSelector: `${drillLabel}=${drill}`,
  });
  return newestOf(items);
}

/** The newest run of each drill, by its name. */
export async function newestRuns(
  argo: ArgoWorkflowsClient,
): Promise<ReadonlyMap<string, Workflow>> {
  const { items } = await argo.workflows.list(namespace, {
    labelSelector: drillLabel,
    fields: `metadata,${['metadata', 'status.phase', 'status.startedAt', 'status.finishedAt']
      .map((field) => `items.${field}`)
      .join()}`,
  });
  const byDrill = Map.groupBy(items, ({ metadata }) => metadata.labels?.[drillLabel] ?? '');
  return new Map(
    [...byDrill].flatMap(([drill, runs]) => {
      const newest = newestOf(runs);
      return newest ? [[drill, newest] as const] : [];
    }),
  );
}

function newestOf(runs: readonly Workflow[]): Workflow | undefined {
  const [last] = runs.toSorted((a, b) => madeAt(b) - madeAt(a));
  return last;
}

const madeAt = ({ metadata }: Workflow): number => Date.parse(metadata.creationTimestamp ?? '');
