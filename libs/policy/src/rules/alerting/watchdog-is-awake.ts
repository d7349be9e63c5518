import { z } from 'zod';

import { alertsOf, prometheusRule } from '../../detect/alerts.ts';
import { environment } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const watchdogIsAwake = rule({
  id: 'alerting/watchdog-is-awake',
  severity: 'error',
  why: 'When Prometheus or Alertmanager is gone no alert arrives: only the absence of one that always fires tells.',
  source: 'https://runbooks.prometheus-operator.dev/runbooks/general/watchdog/',
  declaredAt: 'apps/cluster/src/alerting/alerts/ResilienceWatchdog.ts',
  appliesTo: environment,
  shape: z.looseObject({}),
  check: (_, { rendered }) => {
    const watchdogs = rendered
      .of('monitoring.coreos.com/PrometheusRule')
      .flatMap(({ value }) => alertsOf(prometheusRule.parse(value)))
      .filter(({ labels }) => labels['severity'] === 'none');
    if (watchdogs.some(({ expr }) => expr === 'vector(1)')) return [];
    return [
      violation('has no alert that always fires', {
        expected: 'an alert of the severity none on vector(1)',
        received: watchdogs.map(({ expr }) => expr),
      }),
    ];
  },
});
