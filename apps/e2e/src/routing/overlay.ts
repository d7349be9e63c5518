import { parse, stringify } from 'yaml';

import type { Sink } from './sink.ts';

interface Route {
  group_wait?: string;
  group_interval?: string;
  readonly routes?: readonly Route[];
}

interface Configuration {
  readonly global: Record<string, unknown>;
  readonly route: Route;
  readonly receivers: readonly {
    readonly email_configs?: { smarthost: string; require_tls: boolean }[];
  }[];
}

/** What a test on this machine has to have otherwise, in a line for people. */
export const overlaid =
  'group_wait 2 s, group_interval 1 s; mail and PagerDuty go to the sink, mail without TLS';

/** The configuration with as little changed as lets it run here. */
export function withOverlay(text: string, { address, mail }: Sink): string {
  const configuration = parse(text) as Configuration;
  configuration.global['pagerduty_url'] = `${address}/pagerduty`;
  hasten(configuration.route);
  for (const { email_configs: mails = [] } of configuration.receivers) {
    for (const config of mails) Object.assign(config, { smarthost: mail, require_tls: false });
  }
  return stringify(configuration);
}

function hasten(route: Route): void {
  if (route.group_wait !== undefined) route.group_wait = '2s';
  if (route.group_interval !== undefined) route.group_interval = '1s';
  for (const inner of route.routes ?? []) hasten(inner);
}
