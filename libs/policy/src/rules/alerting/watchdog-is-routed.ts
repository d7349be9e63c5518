import { z } from 'zod';

import { waysOf } from '../../detect/routes.ts';
import { environment } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const watchdogIsRouted = rule({
  id: 'alerting/watchdog-is-routed',
  severity: 'error',
  why: 'Alerts that no longer arrive are noticed only by somebody outside who misses the one that always fires.',
  source: 'https://prometheus.io/docs/practices/alerting/#metamonitoring',
  declaredAt: 'notifications.heartbeat',
  appliesTo: environment,
  shape: z.looseObject({}),
  check: (_, { rendered }) => {
    const channels = waysOf(rendered, 'alertname', 'ResilienceWatchdog').map(
      ({ channel }) => channel,
    );
    if (channels.includes('webhookConfigs')) return [];
    return [
      violation('does not send the watchdog on', {
        expected:
          'an AlertmanagerConfig with a route of alertname="ResilienceWatchdog" to a webhook',
        received: channels,
      }),
    ];
  },
});
