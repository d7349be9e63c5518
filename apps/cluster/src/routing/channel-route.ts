import type { IRoute } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Route';
import type { UsedChannel } from '@resilience/config/channels';
import { goDuration } from '@resilience/config/duration';
import { type Notifications, severities, type Severity } from '@resilience/config/notifications';

import { is, isNoneOf, isNot, isOneOf, type Matcher } from './matcher.ts';
import { groupInterval, groupWait } from './timing.ts';
import { watchdog } from './heartbeat.ts';

/** The receiver that sends nothing. */
export const nobody = 'nobody';

/**
 * What fails together when a region, its storage or Velero does, and so is one page. All other
 * critical alerts are pages of their own: PagerDuty adds to an open incident without waking anybody.
 */
export const outageComponents = ['backup', 'storage', 'replication', 'repository', 'monitoring'];

/**
 * The alerts of an environment that one channel is sent, each once. Alerts of others in the same
 * namespace carry no such label, and stay with the routes of the platform.
 */
export const channelRoute = (
  environment: string,
  notifications: Notifications,
  used: UsedChannel,
): IRoute => ({
  matchers: [is('environment', environment), isNot('alertname', watchdog)],
  receiver: nobody,
  routes: [
    ...used.severities.flatMap((severity) => severityRoutes(notifications, severity)),
    ...ownerRoutes(notifications, used),
  ],
});

interface Grouping {
  readonly matchers: Matcher[];
  readonly groupBy: string[];
}

/** An alert of no known severity is sent as the most urgent are. */
const groupings: Readonly<Record<Severity, readonly Grouping[]>> = {
  critical: [
    {
      matchers: [is('severity', 'critical'), isOneOf('component', outageComponents)],
      groupBy: ['environment'],
    },
    { matchers: [is('severity', 'critical')], groupBy: ['environment', 'alertname'] },
    { matchers: [isNoneOf('severity', severities)], groupBy: ['environment', 'alertname'] },
  ],
  warning: [{ matchers: [is('severity', 'warning')], groupBy: ['environment', 'component'] }],
  info: [{ matchers: [is('severity', 'info')], groupBy: ['environment'] }],
};

const severityRoutes = (notifications: Notifications, severity: Severity): IRoute[] =>
  groupings[severity].map((grouping) => routeTo(notifications, severity, grouping));

/** For the severities of which the channel is not sent every alert anyway. */
const ownerRoutes = (
  notifications: Notifications,
  { owners, severities: sent }: UsedChannel,
): IRoute[] =>
  owners.flatMap((owner) =>
    severities
      .filter((severity) => !sent.includes(severity))
      .map((severity) =>
        routeTo(notifications, severity, {
          matchers: [is('owner', owner), is('severity', severity)],
          groupBy: ['environment', 'owner'],
        }),
      ),
  );

/** A reminder comes as often as the responder has to say how things stand. */
const routeTo = (
  notifications: Notifications,
  severity: Severity,
  { matchers, groupBy }: Grouping,
): IRoute => ({
  matchers,
  receiver: severity,
  groupBy,
  groupWait: goDuration(groupWait[severity]),
  groupInterval: goDuration(groupInterval),
  repeatInterval: goDuration(notifications.severities[severity].updateEvery),
});
