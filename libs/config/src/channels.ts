import {
  type Channel,
  type Notifications,
  type SecretKey,
  severities,
  type Severity,
} from './schema/notifications.ts';

/** A channel with the alerts that are sent to it. */
export interface UsedChannel {
  readonly name: string;
  readonly channel: Channel;
  /** Those of which it is sent every alert. */
  readonly severities: readonly Severity[];
  /** Teams of whose services it is sent every alert. */
  readonly owners: readonly string[];
}

/** The declared channels to which something is sent. */
export const usedChannels = ({ channels, owners, ...declared }: Notifications): UsedChannel[] =>
  Object.entries(channels)
    .map(([name, channel]) => ({
      name,
      channel,
      severities: severities.filter((one) => declared.severities[one].channels.includes(name)),
      owners: Object.entries(owners).flatMap(([owner, its]) =>
        its !== 'as-the-platform' && its.includes(name) ? [owner] : [],
      ),
    }))
    .filter((used) => used.severities.length > 0 || used.owners.length > 0);

/** The Secret without which nothing can be sent to a channel. */
export function secretOf(channel: Channel): SecretKey {
  if (channel.kind === 'pagerduty') return channel.routingKey;
  return channel.kind === 'slack' ? channel.webhook : channel.login.password;
}

/** A value that a person puts into the cluster: it is not in Git. */
export interface ChannelSecret extends SecretKey {
  /** The channel that needs it, or `heartbeat`. */
  readonly neededBy: string;
  readonly holds: string;
}

/** Every value that the notifications of an environment need, in the namespace of Velero. */
export const channelSecrets = (notifications: Notifications): ChannelSecret[] => [
  ...usedChannels(notifications).map(({ name, channel }) => ({
    ...secretOf(channel),
    neededBy: name,
    holds: heldBy(channel),
  })),
  {
    ...notifications.heartbeat.url,
    neededBy: 'heartbeat',
    holds: 'address that the heartbeat calls',
  },
];

function heldBy(channel: Channel): string {
  if (channel.kind === 'pagerduty') return 'integration key of the Events API v2 of PagerDuty';
  if (channel.kind === 'slack')
    return `address of the incoming webhook of ${channel.channel} in Slack`;
  return `password of ${channel.login.username} at ${channel.server}`;
}
