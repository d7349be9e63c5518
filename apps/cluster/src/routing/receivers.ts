import type { IReceiver } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Receiver';
import { type Notifications, severities, type Severity } from '@resilience/config/notifications';

import { type Message, toEmail, toPagerDuty, toSlack } from './channel-configs.ts';
import { alerts, protocol, text, title } from './message.ts';
import { heartbeat, ownerReceiver } from './receiver-names.ts';

/** The receivers of each severity, of each owner with channels, and of the heartbeat. */
export const receivers = (environment: string, notifications: Notifications): IReceiver[] => [
  ...severities.map((severity) =>
    receiver(severity, notifications.severities[severity].channels, {
      notifications,
      message: messageOf(environment, notifications, severity),
    }),
  ),
  ...ownersWithChannels(notifications).flatMap(({ owner, channels }) =>
    severities.map((severity) =>
      receiver(ownerReceiver(owner, severity), channels, {
        notifications,
        message: messageOf(environment, notifications, severity),
      }),
    ),
  ),
  {
    name: heartbeat,
    webhookConfigs: [{ urlSecret: notifications.heartbeat.url, sendResolved: false }],
  },
];

export const ownersWithChannels = ({ owners }: Notifications) =>
  Object.entries(owners).flatMap(([owner, channels]) =>
    channels === 'as-the-platform' ? [] : [{ owner, channels }],
  );

function messageOf(environment: string, notifications: Notifications, severity: Severity): Message {
  return {
    environment,
    severity,
    title: title(environment, severity),
    alerts,
    protocol: protocol(notifications, severity),
    text: text(notifications, severity),
  };
}

interface Content {
  readonly notifications: Notifications;
  readonly message: Message;
}

function receiver(
  name: string,
  channels: readonly string[],
  { notifications, message }: Content,
): IReceiver {
  const told = channels.flatMap((channel) => notifications.channels[channel] ?? []);
  const configs = {
    pagerdutyConfigs: told.flatMap((one) =>
      one.kind === 'pagerduty' ? toPagerDuty(one, message) : [],
    ),
    slackConfigs: told.flatMap((one) => (one.kind === 'slack' ? toSlack(one, message) : [])),
    emailConfigs: told.flatMap((one) => (one.kind === 'email' ? toEmail(one, message) : [])),
  };
  return { name, ...Object.fromEntries(Object.entries(configs).filter(([, of]) => of.length > 0)) };
}
