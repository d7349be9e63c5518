import { z } from 'zod';

import { velero } from '../../detect/containers.ts';
import { rule, violation } from '../../rule.ts';

export const metricsAreScraped = rule({
  id: 'alerting/metrics-are-scraped',
  severity: 'error',
  why: 'Alerts on metrics that nobody scrapes are always silent.',
  source: 'https://prometheus-operator.dev/docs/developer/getting-started/',
  declaredAt: 'monitoring',
  appliesTo: velero('Deployment'),
  shape: z.looseObject({}),
  check: (_, { rendered }) =>
    rendered.of('monitoring.coreos.com/ServiceMonitor').length > 0
      ? []
      : [violation('is not scraped', { expected: 'a ServiceMonitor', received: undefined })],
});
