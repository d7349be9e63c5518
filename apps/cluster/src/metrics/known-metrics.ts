import { cloudwatchMetrics } from './cloudwatch.ts';
import { drillMetrics } from './drills.ts';
import type { Metric, Metrics } from './metric.ts';
import { nodeAgentMetrics } from './node-agent.ts';
import { objectStateMetrics } from './object-state.ts';
import { prometheusMetrics } from './prometheus.ts';
import { veleroMetrics } from './velero.ts';

/** Every metric that an alert, a rule or a dashboard may ask for, except those that rules record. */
export const knownMetrics: Metrics = {
  ...veleroMetrics,
  ...nodeAgentMetrics,
  ...objectStateMetrics,
  ...cloudwatchMetrics,
  ...drillMetrics,
  ...prometheusMetrics,
};

const partsOfHistograms = /_(?:bucket|sum|count)$/;

/**
 * The metric that a series belongs to, such as `velero_backup_duration_seconds` for
 * `velero_backup_duration_seconds_bucket`.
 *
 * @returns undefined when nothing here tells it
 */
export function metricOf(series: string): Metric | undefined {
  const found = knownMetrics[series];
  if (found) return found.type === 'histogram' ? undefined : found;
  const histogram = knownMetrics[series.replace(partsOfHistograms, '')];
  return histogram?.type === 'histogram' ? histogram : undefined;
}
