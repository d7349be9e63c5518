import { z } from 'zod';

import { alertmanagerConfig, receiversOf } from '../../detect/routes.ts';
import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const watchdogIsRouted = rule({
  id: 'alerting/watchdog-is-routed',
  severity: 'error',
  why: 'Alerts that no longer arrive are noticed only by somebody outside who misses the one that always fires.',
  source: 'https://prometheus.io/docs/practices/alerting/#metamonitoring',
  declaredAt: 'notifications.heartbeat',
  appliesTo: kind('monitoring.coreos.com/AlertmanagerConfig'),
  shape: alertmanagerConfig,
  check: (config) => {
    const names = receiversOf(config, 'alertname', 'ResilienceWatchdog');
    const called = config.spec.receivers.filter(
      (one) => names.includes(one.name) && webhooks.safeParse(one).success,
    );
    if (called.length > 0) return [];
    return [
      violation('does not send the watchdog on', {
        at: ['spec', 'route', 'routes'],
        expected: 'a route of alertname="ResilienceWatchdog" to a webhook',
        received: names,
      }),
    ];
  },
});

const webhooks = z.looseObject({ webhookConfigs: z.array(z.unknown()).nonempty() });
