import type { IAlertmanagerConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfig';
import { goDuration, minutes, seconds } from '@resilience/config/duration';
import type { Notifications } from '@resilience/config/notifications';

import { is } from './matcher.ts';

/** The alert that always fires. */
export const watchdog = 'ResilienceWatchdog';

const receiver = 'heartbeat';

/** Sent again at the first look at its group after the repeat interval, so that it is looked at often. */
export const heartbeatRouting = (
  environment: string,
  { heartbeat }: Notifications,
): IAlertmanagerConfig['spec'] => ({
  route: {
    matchers: [is('environment', environment), is('alertname', watchdog)],
    receiver,
    groupBy: ['environment'],
    groupWait: goDuration(seconds(0)),
    groupInterval: goDuration(minutes(1)),
    repeatInterval: goDuration(heartbeat.every),
  },
  receivers: [
    { name: receiver, webhookConfigs: [{ urlSecret: heartbeat.url, sendResolved: false }] },
  ],
});
