import { channelSecrets } from '@resilience/config/channels';
import type { Notifications, SecretKey } from '@resilience/config/notifications';

/** A Secret, as far as the operator reads it. */
export interface Secret {
  readonly metadata: { readonly name: string; readonly namespace: string };
  /** In base64. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * The secrets that the declaration names, with the addresses of a sink instead of the real ones, so
 * that nobody is notified.
 *
 * @param sink the address of the sink
 * @param missing channels without their Secret, or `heartbeat`
 */
export const secretsOf = (
  notifications: Notifications,
  sink: string,
  missing: readonly string[] = [],
): Secret[] =>
  channelSecrets(notifications)
    .filter(({ neededBy }) => !missing.includes(neededBy))
    .map((needed) => secret(needed, valueOf(notifications, needed.neededBy, sink)));

function valueOf({ channels }: Notifications, name: string, sink: string): string {
  const channel = channels[name];
  if (channel === undefined) return `${sink}/heartbeat`;
  if (channel.kind === 'slack') return `${sink}/slack/${name}`;
  return `${channel.kind === 'email' ? 'password' : 'routing key'} of ${name}`;
}

const secret = ({ name, key }: SecretKey, value: string): Secret => ({
  metadata: { name, namespace: 'velero' },
  data: { [key]: Buffer.from(value).toString('base64') },
});
