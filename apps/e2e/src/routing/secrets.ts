import type { Notifications, SecretKey } from '@resilience/config/notifications';

/** A Secret, as far as the operator reads it. */
export interface Secret {
  readonly metadata: { readonly name: string; readonly namespace: string };
  /** In base64. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * The secrets that the declaration names, with the addresses of a sink instead of the real ones, so
 * that nobody is told.
 *
 * @param sink the address of the sink
 */
export const secretsOf = ({ channels, heartbeat }: Notifications, sink: string): Secret[] => [
  secret(heartbeat.url, `${sink}/heartbeat`),
  ...Object.entries(channels).map(([name, channel]) => {
    if (channel.kind === 'pagerduty') return secret(channel.routingKey, `routing key of ${name}`);
    if (channel.kind === 'slack') return secret(channel.webhook, `${sink}/slack/${name}`);
    return secret(channel.login.password, `password of ${name}`);
  }),
];

const secret = ({ name, key }: SecretKey, value: string): Secret => ({
  metadata: { name, namespace: 'velero' },
  data: { [key]: Buffer.from(value).toString('base64') },
});
