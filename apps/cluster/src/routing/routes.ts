import type { IRoute } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Route';
import { goDuration, minutes, seconds } from '@resilience/config/duration';
import { type Notifications, severities, type Severity } from '@resilience/config/notifications';

import { is, isOneOf, type Matcher } from './matcher.ts';
import { heartbeat, ownerReceiver } from './receiver-names.ts';
import { ownersWithChannels } from './receivers.ts';
import { groupInterval, groupWait } from './timing.ts';

/**
 * What fails together when a region, its storage or Velero does, and so is one page. All other
 * critical alerts are pages of their own: PagerDuty adds to an open incident without waking anybody.
 */
export const outageComponents = ['backup', 'storage', 'replication', 'repository', 'monitoring'];

/**
 * The alerts of an environment only: others of the same namespace carry no such label, and stay with
 * the routes of the platform. An alert of no known severity is told as the most urgent are.
 */
export const route = (environment: string, notifications: Notifications): IRoute => ({
  matchers: [is('environment', environment)],
  ...told(notifications, 'critical', { groupBy: ['environment', 'alertname'] }),
  routes: [
    heartbeatRoute(notifications),
    ...ownersWithChannels(notifications).flatMap(({ owner }) =>
      severities.map((severity) => ({
        matchers: [is('owner', owner), is('severity', severity)],
        ...told(notifications, severity, { groupBy: ['environment', 'owner'] }),
        receiver: ownerReceiver(owner, severity),
        continue: true,
      })),
    ),
    severityRoute(
      notifications,
      'critical',
      ['environment'],
      isOneOf('component', outageComponents),
    ),
    severityRoute(notifications, 'critical', ['environment', 'alertname']),
    severityRoute(notifications, 'warning', ['environment', 'component']),
    severityRoute(notifications, 'info', ['environment']),
  ],
});

const severityRoute = (
  notifications: Notifications,
  severity: Severity,
  groupBy: string[],
  ...matchers: Matcher[]
): IRoute => ({
  matchers: [is('severity', severity), ...matchers],
  ...told(notifications, severity, { groupBy }),
});

/** A reminder comes as often as the responder has to say how things stand. */
const told = (
  notifications: Notifications,
  severity: Severity,
  { groupBy }: Required<Pick<IRoute, 'groupBy'>>,
): IRoute => ({
  receiver: severity,
  groupBy,
  groupWait: goDuration(groupWait[severity]),
  groupInterval: goDuration(groupInterval),
  repeatInterval: goDuration(notifications.severities[severity].updateEvery),
});

/** Sent again at the first look at its group after the repeat interval, so that it is looked at often. */
const heartbeatRoute = (notifications: Notifications): IRoute => ({
  matchers: [is('alertname', 'ResilienceWatchdog')],
  receiver: heartbeat,
  groupBy: ['environment'],
  groupWait: goDuration(seconds(0)),
  groupInterval: goDuration(minutes(1)),
  repeatInterval: goDuration(notifications.heartbeat.every),
});
