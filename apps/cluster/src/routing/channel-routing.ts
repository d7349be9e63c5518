import type { IAlertmanagerConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfig';
import type { IReceiver } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Receiver';
import type { UsedChannel } from '@resilience/config/channels';
import { type Notifications, severities, type Severity } from '@resilience/config/notifications';

import { type Message, toEmail, toPagerDuty, toSlack } from './channel-configs.ts';
import { channelRoute, nobody } from './channel-route.ts';
import { messageOf } from './message.ts';

/**
 * What is sent to one channel, and how. A receiver has the name of its severity; one without any
 * channel takes what the channel is not sent.
 */
export const channelRouting = (
  environment: string,
  notifications: Notifications,
  used: UsedChannel,
): IAlertmanagerConfig['spec'] => ({
  route: channelRoute(environment, notifications, used),
  receivers: [
    ...sentTo(used).map((severity) => ({
      name: severity,
      ...configsOf(used, messageOf(environment, notifications, severity)),
    })),
    { name: nobody },
  ],
});

/** An owner is sent alerts of every severity. */
const sentTo = (used: UsedChannel): readonly Severity[] =>
  used.owners.length > 0 ? severities : used.severities;

function configsOf({ channel }: UsedChannel, message: Message): Omit<IReceiver, 'name'> {
  if (channel.kind === 'pagerduty') return { pagerdutyConfigs: [toPagerDuty(channel, message)] };
  if (channel.kind === 'slack') return { slackConfigs: [toSlack(channel, message)] };
  return { emailConfigs: [toEmail(channel, message)] };
}
