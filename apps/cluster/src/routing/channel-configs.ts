import type { IEmailConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/EmailConfig';
import type { IPagerDutyConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/PagerDutyConfig';
import type { ISlackConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/SlackConfig';
import type { Channel, Severity } from '@resilience/config/notifications';

/** What a channel is sent, as templates of Alertmanager. */
export interface Message {
  readonly environment: string;
  readonly severity: Severity;
  readonly title: string;
  readonly alerts: string;
  readonly protocol: string;
  /** The alerts with the protocol. */
  readonly text: string;
}

type Of<Kind extends Channel['kind']> = Extract<Channel, { kind: Kind }>;

/** PagerDuty knows the same words for severities. */
export const toPagerDuty = (
  { routingKey }: Of<'pagerduty'>,
  message: Message,
): IPagerDutyConfig => ({
  routingKey,
  sendResolved: true,
  description: message.title,
  severity: message.severity,
  group: message.environment,
  component: '{{ .CommonLabels.component }}',
  class: '{{ .CommonLabels.alertname }}',
  details: [
    { key: 'alerts', value: message.alerts },
    { key: 'protocol', value: message.protocol },
  ],
});

export const toSlack = ({ channel, webhook }: Of<'slack'>, message: Message): ISlackConfig => ({
  apiURL: webhook,
  channel,
  sendResolved: true,
  title: message.title,
  fallback: message.title,
  text: message.text,
});

/** Without HTML: a message has to be read on every device, at night, too. */
export const toEmail = (
  { to, from, server, login }: Of<'email'>,
  message: Message,
): IEmailConfig => ({
  to,
  from,
  smarthost: server,
  requireTLS: true,
  authUsername: login.username,
  authPassword: login.password,
  sendResolved: true,
  headers: [{ key: 'Subject', value: message.title }],
  html: '',
  text: message.text,
});
