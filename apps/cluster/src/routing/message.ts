import { type Duration, formatDuration } from '@resilience/config/duration';
import type { Channel, Notifications, Severity } from '@resilience/config/notifications';

import type { Message } from './channel-configs.ts';

/*
 * Templates of Alertmanager: https://prometheus.io/docs/alerting/latest/notifications/
 */

const first = '{{ (index .Alerts 0).Labels.alertname }} and others';
const names = `{{ with .CommonLabels.alertname }}{{ . }}{{ else }}${first}{{ end }}`;

/** One line that tells a group of alerts from others. */
const title = (environment: string, severity: Severity): string =>
  `{{ .Status | toUpper }} {{ len .Alerts.Firing }}: ${environment} ${severity}: ${names}`;

/** Every alert of the group, with where it says what to do. */
const alerts = [
  '{{ range .Alerts.Firing -}}',
  '{{ .Labels.alertname }}: {{ .Annotations.summary }}',
  '{{ .Annotations.description }}',
  'Runbook: {{ .Annotations.runbook_url }}',
  '',
  '{{ end }}{{ range .Alerts.Resolved -}}',
  'Over: {{ .Labels.alertname }}: {{ .Annotations.summary }}',
  '{{ end }}',
].join('\n');

/** Who does what by when, and where it is said how things stand. */
function protocol({ channels, severities }: Notifications, severity: Severity): string {
  const { responder, respondWithin, escalateTo, updateEvery, updatesIn } = severities[severity];
  return [
    `${capitalised(responder)} responds within ${formatDuration(respondWithin)}; after that, ${escalateTo} takes over.`,
    `${every(updateEvery)} the responder says how things stand in ${placeOf(updatesIn, channels[updatesIn])}.`,
  ].join('\n');
}

/** What every channel is sent of alerts of one severity. */
export const messageOf = (
  environment: string,
  notifications: Notifications,
  severity: Severity,
): Message => ({
  environment,
  severity,
  title: title(environment, severity),
  alerts,
  protocol: protocol(notifications, severity),
  text: text(notifications, severity),
});

/** The alerts, and while one of them fires, the protocol. */
const text = (notifications: Notifications, severity: Severity): string =>
  `${alerts}{{ if .Alerts.Firing }}\n${protocol(notifications, severity)}{{ end }}`;

const every = (cadence: Duration): string => `Every ${formatDuration(cadence)}`;

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function placeOf(name: string, channel: Channel | undefined): string {
  if (channel?.kind === 'slack') return channel.channel;
  return channel?.kind === 'email' ? channel.to : name;
}
