import { z } from 'zod';

import { type Duration, days, minutes } from '../units/duration.ts';
import { dnsLabel, nonEmpty, object, positiveDuration, text } from './scalars.ts';

/** From most to least urgent. */
export const severities = ['critical', 'warning', 'info'] as const;

/** In the namespace of Velero. */
const secretKey = object('a secret by name and key', {
  /** The name of the Secret, in the namespace of Velero; you create it. */
  name: dnsLabel,
  /** The key of the Secret's data that holds the value. */
  key: text('a key of the secret such as password', /^[\w.-]+$/),
});

const email = z.email({ error: 'an email address such as on-call@example.com' });

const pagerduty = object('a PagerDuty channel: routingKey', {
  kind: z.literal('pagerduty'),
  routingKey: secretKey,
});

const slack = object('a Slack channel: channel and webhook', {
  kind: z.literal('slack'),
  /** Where messages are posted. */
  channel: text('a Slack channel such as #resilience', /^#[a-z0-9_-]+$/),
  webhook: secretKey,
});

const mail = object('an email channel: to, from, server and login', {
  kind: z.literal('email'),
  /** Who receives the messages. */
  to: email,
  /** The sender that the messages carry. */
  from: email,
  /** Where Alertmanager hands mail in, over TLS. */
  server: text('a host and port such as smtp.example.com:587', /^[a-z0-9.-]+:\d+$/),
  login: object('a login: username and password', {
    /** The user that Alertmanager logs in as. */
    username: text('the name to log in with such as resilience'),
    password: secretKey,
  }),
});

const channel = z.discriminatedUnion('kind', [pagerduty, slack, mail], {
  error: 'a channel of the kind pagerduty, slack or email',
});

const channelNames = nonEmpty('a list of at least one channel', dnsLabel);

const isWithin = ({ seconds: length }: Duration, least: Duration, most: Duration): boolean =>
  length >= least.seconds && length <= most.seconds;

/**
 * Alertmanager looks at a group every five minutes, and forgets after five days what it has sent.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#route
 */
const cadence = positiveDuration.refine((value) => isWithin(value, minutes(5), days(5)), {
  error: 'a duration from minutes(5) to days(5) such as hours(1)',
});

/** Stands in messages, which Alertmanager reads as templates of Go. */
const person = (expected: string) => text(expected, /^[^\s{}]([^{}]*[^\s{}])?$/);

/** Who does what, by when, and where the others read of it. */
const protocol = object(
  'the protocol of a severity: channels, responder, respondWithin, escalateTo, updateEvery, updatesIn',
  {
    /** Who is told. */
    channels: channelNames,
    /** Who takes it on. */
    responder: person('who responds, such as "the on-call engineer"'),
    /** How soon the responder says that they have it; it stands in messages and pages. */
    respondWithin: positiveDuration,
    /** Who takes over when nobody has responded by then. */
    escalateTo: person('who takes over, such as "the head of platform"'),
    /** How often the responder says where things stand; a reminder is sent as often. */
    updateEvery: cadence,
    /** The channel where that is said. */
    updatesIn: dnsLabel,
  },
);

export const notifications = object(
  'the notifications: channels, severities, owners, heartbeat and withoutCluster',
  {
    channels: z.record(dnsLabel, channel, { error: 'channels by name' }),
    /** The communication protocol of each severity. */
    severities: object('protocols for critical, warning and info', {
      critical: protocol,
      warning: protocol,
      info: protocol,
    }),
    /** Whom the alerts of a team's services are sent to as well, by the team that owns them. */
    owners: z.record(
      dnsLabel,
      z.union([z.literal('as-the-platform'), channelNames], {
        error: 'a list of at least one channel, or "as-the-platform"',
      }),
      { error: 'owners by name' },
    ),
    /** Rings when it has not been called for some time: that alerts no longer arrive is seen elsewhere. */
    heartbeat: object('the heartbeat: url and every', { url: secretKey, every: cadence }),
    /** Who is told by AWS itself, also when the cluster is gone and with it everything above. */
    withoutCluster: nonEmpty('a list of at least one email address', email),
  },
);

export type Notifications = z.output<typeof notifications>;
export type Channel = z.output<typeof channel>;
export type SecretKey = z.output<typeof secretKey>;
export type Severity = (typeof severities)[number];
export type Protocol = z.output<typeof protocol>;
