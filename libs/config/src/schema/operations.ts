import { z } from 'zod';

import { dnsLabel, labels, object, reason, text } from './scalars.ts';

/** Where ArgoCD finds what is rendered. */
export const gitops = object('the GitOps repository, revision and ArgoCD namespace', {
  /** What the rendered ArgoCD applications sync from. */
  repository: text(
    'the https or ssh address of a git repository such as https://github.com/example/resilience-layer.git',
    /^(https:\/\/|ssh:\/\/|git@)\S+$/,
  ),
  /** What of the repository they sync: merging to that branch is what deploys. */
  revision: text('a branch, tag or commit such as main', /^[\w][\w./-]*$/),
  /** The namespace of ArgoCD: the rendered applications are made there. */
  namespace: dnsLabel,
});

export const monitoring = object('the monitoring: namespace, labels, exporters, snapshotQuota', {
  /** The namespace of Prometheus: its pods may read the metrics of Velero and the exporters. */
  namespace: dnsLabel,
  /** Prometheus takes only the monitors and rules that carry these. */
  labels,
  /** What reads the state of Velero's objects, and CloudWatch. */
  exporters: object('the images of kubeStateMetrics and cloudwatch', {
    /** Reports Velero's objects as metrics: their phases, times and storage locations. */
    kubeStateMetrics: text(
      'an image such as registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.15.0',
      image(),
    ),
    /** Reports replication, the bucket's size and undelivered events from CloudWatch. */
    cloudwatch: text(
      'an image such as quay.io/prometheuscommunity/yet-another-cloudwatch-exporter:v0.62.1',
      image(),
    ),
  }),
  /** How many EBS snapshots the account may have in the region, as Service Quotas says. */
  snapshotQuota: z
    .int({ error: 'a number of snapshots such as 100000' })
    .positive({ error: 'a number of snapshots such as 100000' }),
});

/** A rule that is knowingly not kept, by whom and until when. */
export const waiver = object('a waiver', {
  /** The rule whose findings are excused: the identifier that `resilience check` prints. */
  rule: text(
    'the id of a rule such as retention/kopia-packs-never-expire',
    /^[a-z0-9-]+\/[a-z0-9-]+$/,
  ),
  /** The rendered object or the service that is excused. */
  subject: text('what the waiver is for, such as Schedule/daily'),
  reason,
  /** Who answers for the exception. */
  owner: text('who answers for it, such as platform'),
  /** The last day on which the waiver counts; afterwards it is a finding itself. */
  expires: z.iso.date({ error: 'a date such as 2027-03-31' }),
});

export const velero = object('the images of the Velero server and its AWS plugin', {
  /** Images with a tag and, if wanted, a digest. */
  server: text('an image such as docker.io/velero/velero:v1.18.3', image()),
  /** Velero's plugin that reads and writes S3; its version has to fit the server's. */
  awsPlugin: text('an image such as docker.io/velero/velero-plugin-for-aws:v1.14.3', image()),
});

function image(): RegExp {
  return /^[a-z0-9.-]+(:\d+)?(\/[a-z0-9._-]+)+:v\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/;
}
