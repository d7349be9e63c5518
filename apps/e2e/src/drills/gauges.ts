import { drillMetrics, scrapedDrillMetric } from '@resilience/config/drill-metrics';

import type { Argo } from '../platform/argo/argo.ts';

type Metric = keyof typeof drillMetrics;

/**
 * What the controller publishes of a drill.
 *
 * @returns the value by the name of the metric, and by the service where it has one: `recoveryTime orders`
 */
export async function gaugesOf({ scrape }: Argo, drill: string): Promise<Map<string, number>> {
  const lines = (await scrape()).split('\n').filter((line) => line.includes(`drill="${drill}"`));
  return new Map(
    lines.flatMap((line) => {
      const metric = metrics.find((name) => line.startsWith(`${scrapedDrillMetric(name)}{`));
      const service = /[{,]service="([^"]*)"/.exec(line)?.[1];
      const value = Number(line.split(' ').at(-1));
      return metric ? [[service ? `${metric} ${service}` : metric, value] as const] : [];
    }),
  );
}

const metrics = Object.keys(drillMetrics) as Metric[];
