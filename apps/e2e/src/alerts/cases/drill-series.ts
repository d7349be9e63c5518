import type { Duration } from '@resilience/config/duration';
import { scrapedDrillMetric } from '@resilience/config/drill-metrics';

import { type Series, steady, switched } from '../series.ts';

type Metric = Parameters<typeof scrapedDrillMetric>[0];
type Labels = Readonly<Record<string, string>>;

/** What a drill tells, all the time. */
export const drillTells = (metric: Metric, labels: Labels, value: number): Series =>
  steady(scrapedDrillMetric(metric), labels, value);

/** What a drill tells until a moment, and what from then on; nothing if the controller forgot it. */
export const drillChanges = (
  metric: Metric,
  labels: Labels,
  change: readonly [number | undefined, Duration, number | undefined],
): Series => switched(scrapedDrillMetric(metric), labels, change);
