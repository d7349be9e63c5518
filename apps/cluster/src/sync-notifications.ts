import type { Environment } from '@resilience/config/environment';

/** A service of ArgoCD's notifications, and where it sends to. */
type Recipient = readonly [service: string, to: string];

const triggers = ['on-sync-failed', 'on-health-degraded'];

/**
 * Annotations by which ArgoCD tells the channels for warnings that the layer is not as it is in Git.
 * PagerDuty is left to the alerts.
 */
export function subscriptions({ notifications }: Environment): Record<string, string> {
  const { channels, severities } = notifications;
  const recipients = severities.warning.channels.flatMap((name): Recipient[] => {
    const channel = channels[name];
    if (channel?.kind === 'slack') return [['slack', channel.channel.slice(1)]];
    return channel?.kind === 'email' ? [['email', channel.to]] : [];
  });
  return Object.fromEntries(
    triggers.flatMap((trigger) =>
      [...new Set(recipients.map(([service]) => service))].map((service) => [
        `notifications.argoproj.io/subscribe.${trigger}.${service}`,
        recipients.flatMap(([kind, to]) => (kind === service ? to : [])).join(';'),
      ]),
    ),
  );
}
