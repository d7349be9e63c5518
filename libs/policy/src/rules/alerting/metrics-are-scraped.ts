import { workloads } from '../../detect/containers.ts';
import { scraped, scrapedPorts } from '../../detect/scrapes.ts';
import { rule, violation } from '../../rule.ts';

export const metricsAreScraped = rule({
  id: 'alerting/metrics-are-scraped',
  severity: 'error',
  why: 'Alerts on metrics that nobody scrapes are always silent.',
  source: 'https://prometheus-operator.dev/docs/developer/getting-started/',
  declaredAt: 'apps/cluster/src/charts/velero-monitoring.ts',
  appliesTo: workloads,
  shape: scraped,
  check: (workload, { rendered }) =>
    scrapedPorts(workload, rendered).length > 0
      ? []
      : [
          violation('is not scraped', {
            expected:
              'a ServiceMonitor of a service before it, or a PodMonitor, that asks its port',
            received: undefined,
          }),
        ],
});
