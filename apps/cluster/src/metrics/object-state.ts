import { objectStates } from '../exporters/object-state/index.ts';
import type { ResourceState, StateMetric } from '../exporters/object-state/resource-state.ts';
import type { Metrics } from './metric.ts';

/** What kube-state-metrics tells of backups and what belongs to them, as it is told to. */
export const objectStateMetrics: Metrics = Object.fromEntries(
  objectStates.flatMap((state) =>
    state.metrics.map((metric) => [
      `${state.metricNamePrefix}_${metric.name}`,
      { source: 'resilience-object-state', type: 'gauge', labels: labelsOf(state, metric) },
    ]),
  ),
);

function labelsOf({ labelsFromPath }: ResourceState, metric: StateMetric): string[] {
  const { each } = metric;
  return [
    ...Object.keys(labelsFromPath),
    ...Object.keys(metric.labelsFromPath ?? {}),
    ...(each.type === 'StateSet' ? [each.stateSet.labelName] : []),
  ];
}
