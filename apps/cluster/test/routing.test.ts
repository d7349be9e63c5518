import type { IAlertmanagerConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfig';
import { hours, minutes } from '@resilience/config';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { severities } from '@resilience/config/notifications';
import { expect, test } from 'vitest';

import { alerts } from '../src/alerting/alerts/index.ts';
import { inhibitions } from '../src/routing/inhibitions.ts';
import { outageComponents } from '../src/routing/routes.ts';
import { synthesised } from './synthesised.ts';

const chat = {
  kind: 'slack',
  channel: '#sales',
  webhook: { name: 'slack-sales', key: 'url' },
} as const;
const pager = { kind: 'pagerduty', routingKey: { name: 'pager', key: 'key' } } as const;

const environment = primaryEnvironment(({ notifications }) => {
  Object.assign(notifications.channels, { chat, pager });
  Object.assign(notifications.severities.critical, {
    channels: ['pager', 'chat'],
    respondWithin: minutes(7),
    updateEvery: hours(2),
    updatesIn: 'chat',
  });
  notifications.owners['sales'] = ['chat'];
});

const routing = synthesised(environment)['AlertmanagerConfig/resilience'];
const spec = routing?.spec as IAlertmanagerConfig['spec'];
const routes = (spec.route?.routes ?? []) as NonNullable<IAlertmanagerConfig['spec']['route']>[];
const receiver = (name: string) => spec.receivers?.find((one) => one.name === name);

test('Alertmanager takes it by the labels that Prometheus takes rules by', () => {
  expect(routing?.metadata).toMatchObject({
    namespace: 'velero',
    labels: { release: 'kube-prometheus-stack' },
  });
});

test('every route ends at a receiver, and every receiver is reached', () => {
  const ends = [spec.route, ...routes].map((one) => one?.receiver);
  expect(new Set(ends)).toEqual(new Set(spec.receivers?.map(({ name }) => name)));
});

test('each severity is told by its channels, each by the secret that it needs', () => {
  expect(receiver('critical')).toMatchObject({
    pagerdutyConfigs: [{ routingKey: pager.routingKey, severity: 'critical', sendResolved: true }],
    slackConfigs: [{ apiURL: chat.webhook, channel: '#sales', sendResolved: true }],
  });
  expect(receiver('info')).toMatchObject({
    emailConfigs: [
      {
        to: 'platform@acme.example',
        smarthost: 'smtp.acme.example:587',
        requireTLS: true,
        authPassword: { name: 'smtp', key: 'password' },
      },
    ],
  });
});

test.each(severities)('the owner of a service is told of what is %s as well', (severity) => {
  expect(receiver(`sales-${severity}`)?.slackConfigs).toMatchObject([{ channel: '#sales' }]);
  expect(routes).toContainEqual(
    expect.objectContaining({
      receiver: `sales-${severity}`,
      continue: true,
      matchers: [
        { name: 'owner', matchType: '=', value: 'sales' },
        { name: 'severity', matchType: '=', value: severity },
      ],
    }),
  );
});

test('an owner who is told as the platform has no receiver', () => {
  const names = synthesised(primaryEnvironment())['AlertmanagerConfig/resilience']?.spec as {
    receivers: { name: string }[];
  };
  expect(names.receivers.map(({ name }) => name)).toEqual([...severities, 'heartbeat']);
});

test('a message says who does what by when, and where it is said how things stand', () => {
  const [slack] = receiver('critical')?.slackConfigs ?? [];
  expect(slack?.text).toContain(
    [
      'The on-call engineer responds within 7 min; after that, the head of platform takes over.',
      'Every 2 h the responder says how things stand in #sales.',
    ].join('\n'),
  );
  expect(slack?.text).toContain('Runbook: {{ .Annotations.runbook_url }}');
  expect(receiver('info')?.emailConfigs?.[0]?.text).toContain('in platform@acme.example.');
});

test('reminders come as often as news have to', () => {
  const critical = routes.filter((one) => one.receiver?.endsWith('critical'));
  expect(critical.map(({ repeatInterval }) => repeatInterval)).toEqual(
    critical.map(() => '2h0m0s'),
  );
});

test('the heartbeat is sent at once, often, and to nobody else', () => {
  expect(routes[0]).toMatchObject({
    matchers: [{ name: 'alertname', value: 'ResilienceWatchdog' }],
    receiver: 'heartbeat',
    groupWait: '0s',
    repeatInterval: '5m0s',
  });
  expect(routes[0]?.continue).toBeUndefined();
  expect(receiver('heartbeat')?.webhookConfigs).toEqual([
    { urlSecret: { name: 'heartbeat', key: 'url' }, sendResolved: false },
  ]);
});

test('what an outage breaks is one group', () => {
  const outage = routes.find(({ matchers }) => matchers?.some(({ name }) => name === 'component'));
  expect(outage).toMatchObject({ receiver: 'critical', groupBy: ['environment'] });
  expect(outageComponents).toEqual(expect.arrayContaining(['backup', 'storage', 'replication']));
});

test('no alert keeps the alert silent that keeps it silent', () => {
  const silenced = new Set(inhibitions.flatMap(({ consequences }) => consequences));
  expect(inhibitions.filter(({ cause }) => silenced.has(cause))).toEqual([]);
});

test('what is silenced, and by what, are alerts', () => {
  const names = new Set(alerts.map(({ name }) => name));
  const told = inhibitions.flatMap(({ cause, consequences }) => [cause, ...consequences]);
  expect(told.filter((name) => !names.has(name))).toEqual([]);
});

test('an absent metric silences no alert', () => {
  expect(inhibitions.map(({ cause }) => cause)).not.toContain('ResilienceMetricsMissing');
});
