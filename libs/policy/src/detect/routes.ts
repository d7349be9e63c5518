import { z } from 'zod';

import type { Rendered } from '../rendered.ts';

const matcher = z.looseObject({
  name: z.string(),
  value: z.string().default(''),
  matchType: z.string().default('='),
});

type Matcher = z.output<typeof matcher>;

const route = z.looseObject({
  receiver: z.string().optional(),
  matchers: z.array(matcher).default([]),
});

/** An AlertmanagerConfig, as far as its first two levels of routes go; one may have none. */
export const alertmanagerConfig = z.looseObject({
  spec: z.looseObject({
    route: route.extend({ routes: z.array(route).default([]) }).optional(),
    receivers: z.array(z.looseObject({ name: z.string() })).default([]),
  }),
});

type AlertmanagerConfig = z.output<typeof alertmanagerConfig>;

/** By which an alert is sent somewhere: what a receiver has besides its name. */
export interface Way {
  /** The kind of channel, such as `slackConfigs`. */
  readonly channel: string;
  /** Without one of these nothing is sent this way. */
  readonly secrets: readonly string[];
}

/** The ways of all alerts with a label, whatever other labels they have. */
export const waysOf = (rendered: Rendered, label: string, value: string): Way[] =>
  rendered
    .of('monitoring.coreos.com/AlertmanagerConfig')
    .flatMap((object) => alertmanagerConfig.safeParse(object.value).data ?? [])
    .flatMap((config) => waysIn(config, label, value));

/** The Secrets that a configuration names. The operator leaves out all of it while one is missing. */
export const secretsNamed = ({ spec: { receivers } }: AlertmanagerConfig): string[] => [
  ...new Set(receivers.flatMap(secretsIn)),
];

const waysIn = (config: AlertmanagerConfig, label: string, value: string): Way[] => {
  const names = receiversOf(config, label, value);
  return config.spec.receivers
    .filter(({ name }) => names.includes(name))
    .flatMap((receiver) =>
      Object.keys(receiver)
        .filter((key) => key !== 'name')
        .map((channel) => ({ channel, secrets: secretsNamed(config) })),
    );
};

function receiversOf(
  { spec: { route: root } }: AlertmanagerConfig,
  label: string,
  value: string,
): string[] {
  const asks = (one: Matcher): boolean =>
    one.name === label && one.matchType === '=' && one.value === value;
  const harmless = (one: Matcher): boolean =>
    asks(one) || one.name === 'environment' || spares(one);
  if (!root?.matchers.every(harmless)) return [];
  if (root.routes.length === 0) return root.matchers.some(asks) ? [root.receiver ?? ''] : [];
  return root.routes
    .filter(({ matchers: [one, ...more] }) => one && asks(one) && more.length === 0)
    .flatMap(({ receiver = root.receiver }) => receiver ?? []);
}

/** Nothing but the alert that always fires, which has a way of its own. */
const spares = ({ name, matchType, value }: Matcher): boolean =>
  name === 'alertname' && matchType === '!=' && value === 'ResilienceWatchdog';

/** Of every reference to a key of a Secret, however deep. */
function secretsIn(value: unknown): string[] {
  const secret = secretKey.safeParse(value);
  if (secret.success) return [secret.data.name];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(secretsIn);
}

export const secretKey = z.looseObject({ name: z.string(), key: z.string() });
