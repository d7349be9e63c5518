import type { Edited } from '../copy.ts';
import { remove, routing, type Row } from './plants.ts';

/** Of who is notified. */
export const notified: readonly Row[] = [
  [
    'alerting/severities-are-routed',
    'no warnings',
    routing('channel-platform-chat', ({ route }) => {
      route.routes = route.routes.filter(({ receiver }: Edited) => receiver !== 'warning');
    }),
  ],
  [
    'alerting/severities-are-routed',
    'warnings to nobody',
    routing('channel-platform-chat', ({ receivers }) => {
      delete receivers.find(({ name }: Edited) => name === 'warning').slackConfigs;
    }),
  ],
  [
    'alerting/severities-are-routed',
    'only what another team is sent',
    routing('channel-platform-mail', ({ route }) => {
      route.matchers.push({ name: 'team', matchType: '=', value: 'platform' });
    }),
  ],
  [
    'alerting/severities-are-routed',
    'no channel at all',
    remove('resilience-routing/alertmanagerconfig-resilience-channel-platform-mail'),
  ],
  [
    'alerting/critical-takes-two-ways',
    'one channel',
    remove('resilience-routing/alertmanagerconfig-resilience-channel-platform-chat'),
  ],
  [
    'alerting/critical-takes-two-ways',
    'two channels with one Secret',
    routing('channel-platform-chat', ({ receivers }) => {
      for (const { slackConfigs = [] } of receivers) {
        for (const config of slackConfigs) config.apiURL.name = 'pagerduty';
      }
    }),
  ],
  [
    'alerting/critical-takes-two-ways',
    'only critical alerts of backups',
    routing('channel-on-call', ({ route }) => {
      route.routes = route.routes.filter(({ matchers }: Edited) => matchers.length > 1);
    }),
  ],
  [
    'alerting/channels-stand-alone',
    'two channels in one',
    routing('channel-on-call', ({ receivers }) => {
      receivers[0].slackConfigs = [{ apiURL: { name: 'slack-platform', key: 'webhook' } }];
    }),
  ],
  [
    'alerting/watchdog-is-routed',
    'not at all',
    remove('resilience-routing/alertmanagerconfig-resilience-heartbeat'),
  ],
  [
    'alerting/watchdog-is-routed',
    'to people',
    routing('heartbeat', ({ receivers: [heartbeat] }) => {
      delete heartbeat.webhookConfigs;
      heartbeat.slackConfigs = [{ apiURL: { name: 'heartbeat', key: 'url' } }];
    }),
  ],
  [
    'alerting/receivers-name-secrets',
    'a routing key',
    routing('channel-on-call', ({ receivers }) => {
      receivers[0].pagerdutyConfigs[0].routingKey = 'R0UT1NGKEY';
    }),
  ],
  [
    'alerting/receivers-name-secrets',
    'the address of a webhook',
    routing('heartbeat', ({ receivers }) => {
      receivers[0].webhookConfigs[0].url = 'https://example.com/ping/1234';
    }),
  ],
];
