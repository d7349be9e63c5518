import { scrapedDrillMetric } from '@resilience/config/drill-metrics';

import { type Metrics, named } from './metric.ts';

const source = 'argo-workflows';
const measured = ['drill', 'service', 'scenario'] as const;

/** What drills measure. The controller of Argo Workflows tells it, until it is restarted. */
export const drillMetrics: Metrics = {
  ...named(
    { source, type: 'gauge', labels: ['drill'] },
    (['cleanedUp', 'lastSuccess', 'succeeded'] as const).map(scrapedDrillMetric),
  ),
  ...named(
    { source, type: 'gauge', labels: measured },
    (['dataLoss', 'recoveryTime'] as const).map(scrapedDrillMetric),
  ),
};
