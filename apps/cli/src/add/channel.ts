import { Refusal } from '../refusal.ts';
import type { Addition, Declared } from './addition.ts';
import { freeName } from './declared-environment.ts';
import { needed, wordOf } from './flags.ts';

export interface ChannelFlags {
  readonly kind: string;
  /** A Slack channel, or the address that mail is sent to. */
  readonly to?: string;
  readonly from?: string;
  readonly server?: string;
  readonly user?: string;
  readonly secret?: string;
}

const kinds = ['slack', 'pagerduty', 'email'] as const;

const inOrganisation = (...path: readonly string[]) => ({
  file: 'environments/organisation.ts',
  name: 'organisation',
  path: ['notifications', ...path],
});

/** `resilience add channel` */
export function addChannel(declared: Declared, name: string, flags: ChannelFlags): Addition {
  const known = declared.environments.find(({ environment }) => environment)?.environment;
  if (!known) throw new Refusal('no environment is declared soundly: solve its problems first');
  freeName('channel', known.notifications.channels, name);
  const kind = wordOf('--kind', flags.kind, kinds);
  const secret = { name: flags.secret ?? name, key: secretKeys[kind] };
  return {
    title: `the channel ${name} to the organisation`,
    edit: (editor) =>
      editor.addProperty(inOrganisation('channels'), name, channelOf(kind, secret, flags)),
    notes: [
      `Create the Secret ${secret.name} with the key ${secret.key} in the namespace velero of each cluster: environments/<env>/rendered/secrets.md says how. Name the channel in notifications.severities or notifications.owners, so that alerts are sent to it.`,
    ],
  };
}

const secretKeys = { slack: 'webhook', pagerduty: 'routing-key', email: 'password' } as const;

function channelOf(
  kind: (typeof kinds)[number],
  secret: { readonly name: string; readonly key: string },
  { to, from, server, user }: ChannelFlags,
): object {
  if (kind === 'pagerduty') return { kind, routingKey: secret };
  if (kind === 'slack') {
    return {
      kind,
      channel: needed('--to', to, 'a Slack channel such as #platform'),
      webhook: secret,
    };
  }
  const address = needed('--to', to, 'the address that mail is sent to');
  return {
    kind,
    to: address,
    from: from ?? address,
    server: needed('--server', server, 'a host and port such as smtp.example.com:587'),
    login: { username: user ?? address, password: secret },
  };
}
