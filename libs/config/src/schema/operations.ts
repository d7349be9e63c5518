import { z } from 'zod';

import { dnsLabel, labels, nonEmpty, object, reason, text } from './scalars.ts';

/** Where ArgoCD finds what is rendered. */
export const gitops = object('the GitOps repository, revision and ArgoCD namespace', {
  repository: text(
    'the https or ssh address of a git repository',
    /^(https:\/\/|ssh:\/\/|git@)\S+$/,
  ),
  revision: text('a branch, tag or commit', /^[\w][\w./-]*$/),
  namespace: dnsLabel,
});

export const monitoring = object('the monitoring namespace and labels', {
  namespace: dnsLabel,
  /** Prometheus takes only the monitors and rules that carry these. */
  labels,
});

const secretKey = object('a secret by name and key', {
  name: dnsLabel,
  key: text('a key of the secret', /^[\w.-]+$/),
});

const channel = z.discriminatedUnion(
  'kind',
  [
    object('a PagerDuty channel', { kind: z.literal('pagerduty'), routingKey: secretKey }),
    object('a Slack channel', {
      kind: z.literal('slack'),
      channel: text('a Slack channel such as #resilience', /^#[a-z0-9_-]+$/),
      webhook: secretKey,
    }),
    object('an email channel', {
      kind: z.literal('email'),
      to: z.email({ error: 'an email address' }),
    }),
  ],
  { error: 'a channel of the kind pagerduty, slack or email' },
);

const channelNames = nonEmpty('a list of at least one channel', dnsLabel);

export const notifications = object('notification channels, severities and withoutCluster', {
  channels: z.record(dnsLabel, channel, { error: 'channels by name' }),
  /** The channels that each severity goes to. */
  severities: object('channels for critical, warning and info', {
    critical: channelNames,
    warning: channelNames,
    info: channelNames,
  }),
  /** Who is told by AWS itself, also when the cluster is gone and with it everything above. */
  withoutCluster: nonEmpty(
    'a list of at least one email address',
    z.email({ error: 'an email address' }),
  ),
});

/** A rule that is knowingly not kept, by whom and until when. */
export const waiver = object('a waiver', {
  rule: text(
    'the id of a rule such as retention/kopia-packs-never-expire',
    /^[a-z0-9-]+\/[a-z0-9-]+$/,
  ),
  /** The rendered object or the service that is excused. */
  subject: text('what the waiver is for'),
  reason,
  owner: text('who answers for it'),
  expires: z.iso.date({ error: 'a date such as 2027-03-31' }),
});

export const velero = object('the images of the Velero server and its AWS plugin', {
  /** Images with a tag and, if wanted, a digest. */
  server: text('an image such as docker.io/velero/velero:v1.18.3', image()),
  awsPlugin: text('an image such as docker.io/velero/velero-plugin-for-aws:v1.14.3', image()),
});

function image(): RegExp {
  return /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)+:v\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/;
}
