import type { IAlertmanagerConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfig';
import { hours, minutes } from '@resilience/config';
import { channelSecrets } from '@resilience/config/channels';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { severities } from '@resilience/config/notifications';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { alerts } from '../src/alerting/alerts/index.ts';
import { outageComponents } from '../src/routing/channel-route.ts';
import { watchdog } from '../src/routing/heartbeat.ts';
import { inhibitions } from '../src/routing/inhibitions.ts';
import { type Manifest, synthesised } from './synthesised.ts';

type Spec = IAlertmanagerConfig['spec'];
type Route = NonNullable<Spec['route']>;

const chat = {
  kind: 'slack',
  channel: '#sales',
  webhook: { name: 'slack-sales', key: 'url' },
} as const;
const pager = { kind: 'pagerduty', routingKey: { name: 'pager', key: 'key' } } as const;

const environment = primaryEnvironment(({ notifications }) => {
  Object.assign(notifications.channels, { chat, pager, unused: chat });
  Object.assign(notifications.severities.critical, {
    channels: ['pager', 'chat'],
    respondWithin: minutes(7),
    updateEvery: hours(2),
    updatesIn: 'chat',
  });
  notifications.owners['sales'] = ['chat'];
});

const routings = Object.values(synthesised(environment)).filter(
  ({ kind }) => kind === 'AlertmanagerConfig',
);
const named = (name: string): Manifest => {
  const found = routings.find(({ metadata }) => metadata.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const specOf = (name: string): Spec => named(name).spec as Spec;
const specs = routings.map(({ spec }) => spec as Spec);
const routesOf = (name: string): Route[] => specOf(name).route?.routes ?? [];
const receiver = (name: string, channel: string) =>
  specOf(`resilience-channel-${channel}`).receivers?.find((one) => one.name === name);

/** The names of the Secrets anywhere in it. */
const secretsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(secretsIn);
  return 'name' in value && 'key' in value ? [String(value.name), ...inner] : inner;
};

test('Alertmanager takes each by the labels that Prometheus takes rules by', () => {
  for (const { metadata } of some(routings)) {
    expect(metadata).toMatchObject({
      namespace: 'velero',
      labels: { release: 'kube-prometheus-stack' },
    });
  }
});

test('each channel that is used and the heartbeat stand alone', () => {
  expect(routings.map(({ metadata }) => metadata.name)).toEqual([
    'resilience',
    'resilience-heartbeat',
    'resilience-channel-mail',
    'resilience-channel-chat',
    'resilience-channel-pager',
  ]);
});

test('none depends on the Secret of another, and inhibition depends on none', () => {
  const needed = specs.map((spec) => [...new Set(secretsIn(spec.receivers))]);
  expect(needed).toEqual([[], ['heartbeat'], ['smtp'], ['slack-sales'], ['pager']]);
  expect(specOf('resilience')).toEqual({ inhibitRules: expect.any(Array) });
});

test('the Secrets that are declared are those that are needed', () => {
  const declared = channelSecrets(environment.notifications).map(({ name }) => name);
  expect(declared.toSorted()).toEqual(secretsIn(specs).toSorted().filter(isFirst));
});

const isFirst = <T>(value: T, index: number, all: readonly T[]): boolean =>
  all.indexOf(value) === index;

test('every route ends at a receiver, and every receiver is reached', () => {
  for (const { route, receivers } of some(specs.slice(1))) {
    const ends = [route, ...((route?.routes ?? []) as Route[])].map((one) => one?.receiver);
    expect(new Set(ends)).toEqual(new Set(receivers?.map(({ name }) => name)));
  }
});

test('each severity is sent to its channels, by the Secret of each', () => {
  expect(receiver('critical', 'pager')).toMatchObject({
    pagerdutyConfigs: [{ routingKey: pager.routingKey, severity: 'critical', sendResolved: true }],
  });
  expect(receiver('critical', 'chat')).toMatchObject({
    slackConfigs: [{ apiURL: chat.webhook, channel: '#sales', sendResolved: true }],
  });
  expect(receiver('info', 'mail')).toMatchObject({
    emailConfigs: [
      {
        to: 'platform@acme.example',
        smarthost: 'smtp.acme.example:587',
        requireTLS: true,
        authPassword: { name: 'smtp', key: 'password' },
      },
    ],
  });
  expect(receiver('warning', 'pager')).toBeUndefined();
});

test('what a channel is not sent ends at nobody', () => {
  expect(specOf('resilience-channel-pager').route?.receiver).toBe('nobody');
  expect(receiver('nobody', 'pager')).toEqual({ name: 'nobody' });
});

test('an alert of no known severity is sent to the channels of critical alone', () => {
  const unknown = ['pager', 'chat', 'mail'].map((channel) =>
    routesOf(`resilience-channel-${channel}`).filter(({ matchers }) =>
      matchers?.some(({ matchType }) => matchType === '!~'),
    ),
  );
  expect(unknown).toMatchObject([[{ receiver: 'critical' }], [{ receiver: 'critical' }], []]);
});

test('the owner of a service is sent what the channel is not sent anyway', () => {
  const ofOwner = routesOf('resilience-channel-chat').filter(({ matchers }) =>
    matchers?.some(({ name }) => name === 'owner'),
  );
  expect(ofOwner.map(({ matchers }) => matchers)).toEqual(
    ['warning', 'info'].map((severity) => [
      { name: 'owner', matchType: '=', value: 'sales' },
      { name: 'severity', matchType: '=', value: severity },
    ]),
  );
  expect(severities.map((severity) => receiver(severity, 'chat')?.slackConfigs)).toMatchObject(
    severities.map(() => [{ channel: '#sales' }]),
  );
});

test('an owner who is notified as the platform has no route', () => {
  const { spec } =
    synthesised(primaryEnvironment())['AlertmanagerConfig/resilience-channel-mail'] ?? {};
  expect(JSON.stringify(spec)).not.toContain('owner');
});

test('a message says who does what by when, and where it is said how things stand', () => {
  const [slack] = receiver('critical', 'chat')?.slackConfigs ?? [];
  expect(slack?.text).toContain(
    [
      'The on-call engineer responds within 7 min; after that, the head of platform takes over.',
      'Every 2 h the responder says how things stand in #sales.',
    ].join('\n'),
  );
  expect(slack?.text).toContain('Runbook: {{ .Annotations.runbook_url }}');
  expect(receiver('info', 'mail')?.emailConfigs?.[0]?.text).toContain('in platform@acme.example.');
});

test('reminders come as often as news have to', () => {
  const critical = ['pager', 'chat']
    .flatMap((channel) => routesOf(`resilience-channel-${channel}`))
    .filter((one) => one.receiver === 'critical');
  expect(critical).toHaveLength(6);
  expect(new Set(critical.map(({ repeatInterval }) => repeatInterval))).toEqual(
    new Set(['2h0m0s']),
  );
});

test('the heartbeat is sent at once, often, and to nobody else', () => {
  expect(specOf('resilience-heartbeat')).toMatchObject({
    route: {
      matchers: [{ name: 'environment' }, { name: 'alertname', matchType: '=', value: watchdog }],
      receiver: 'heartbeat',
      groupWait: '0s',
      repeatInterval: '5m0s',
    },
    receivers: [
      {
        name: 'heartbeat',
        webhookConfigs: [{ urlSecret: { name: 'heartbeat', key: 'url' }, sendResolved: false }],
      },
    ],
  });
  for (const { route } of some(specs.slice(2))) {
    expect(route?.matchers).toContainEqual({ name: 'alertname', matchType: '!=', value: watchdog });
  }
});

test('the watchdog is an alert', () => {
  expect(alerts.map(({ name }) => name)).toContain(watchdog);
});

test('what an outage breaks is one group in every channel', () => {
  for (const channel of ['pager', 'chat']) {
    const outage = routesOf(`resilience-channel-${channel}`).find(({ matchers }) =>
      matchers?.some(({ name }) => name === 'component'),
    );
    expect(outage).toMatchObject({ receiver: 'critical', groupBy: ['environment'] });
  }
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
