import type { EditCase } from '../edited-harbour.ts';

/** Edits of harbour, and every sentence that a reviewer reads of each. */
export const operations: readonly EditCase[] = [
  {
    name: 'a drill that is removed',
    edit: [[/ {4}validation: \{[^}]*\},\n/, '']],
    sentences: [
      'weaker: The drill validation is removed: nothing measures any more how these recoveries go.',
      'weaker: The alerts DataLossOverObjective, DrillCleanupFailed, DrillFailed, DrillOverdue and RecoveryTimeOverObjective are no longer there.',
    ],
  },
  {
    name: 'a drill that is rarer',
    edit: [["'0 6 * * 1'", "'0 6 1 * *'"]],
    sentences: [
      'weaker: The drill validation runs at 0 6 1 * * (at most 31 d apart) instead of at 0 6 * * 1 (at most 7 d apart).',
    ],
  },
  {
    name: 'a drill of fewer services',
    edit: [["services: ['orders', 'catalog']", "services: ['catalog']"]],
    sentences: ['weaker: The drill validation no longer restores orders.'],
  },
  {
    name: 'another kind of drill',
    environment: 'staging',
    edit: [
      [
        "kind: 'namespace-restore',\n      cron: '0 7 1 * *'",
        "kind: 'validation',\n      cron: '0 7 1 * *'",
      ],
    ],
    sentences: [
      'weaker: The drill namespace-restore is a validation instead of a namespace-restore.',
    ],
  },
  {
    name: 'a channel that is sent nothing any more',
    file: 'organisation.ts',
    edit: [["channels: ['on-call', 'platform-chat']", "channels: ['on-call', 'platform-mail']"]],
    sentences: [
      'weaker: Alerts of the severity critical are no longer sent to platform-chat.',
      'stronger: Alerts of the severity critical are sent to platform-mail, too.',
    ],
  },
  {
    name: 'a team that is not notified',
    file: 'organisation.ts',
    edit: [["checkout: ['checkout-chat']", "checkout: 'as-the-platform'"]],
    sentences: ['weaker: Alerts on services of checkout are no longer sent to checkout-chat.'],
  },
  {
    name: 'persons that respond later',
    file: 'organisation.ts',
    edit: [['respondWithin: minutes(15)', 'respondWithin: hours(1)']],
    sentences: [
      "weaker: Alerts of the severity critical are taken on by the platform's on-call engineer within 1 h, instead of by the platform's on-call engineer within 15 min.",
    ],
  },
  {
    name: 'a slower heartbeat',
    file: 'organisation.ts',
    edit: [['every: minutes(5) }', 'every: minutes(30) }']],
    sentences: ['weaker: The heartbeat is called every 30 min instead of 5 min.'],
  },
  {
    name: 'an address that AWS does not notify',
    file: 'organisation.ts',
    edit: [["'on-call@harbour.example', 'platform@harbour.example'", "'on-call@harbour.example'"]],
    sentences: [
      'weaker: AWS no longer notifies platform@harbour.example when the cluster is gone.',
    ],
  },
  {
    name: 'reviewers',
    edit: [['  aws: {', "  reviewers: { everything: ['@harbour/platform'] },\n  aws: {"]],
    sentences: [
      'stronger: Changes of the environment are reviewed by @harbour/platform instead of nobody in particular.',
    ],
  },
  {
    name: 'another image',
    edit: [['velero:v1.18.3', 'velero:v1.18.4']],
    sentences: [
      'other: The image of Velero is docker.io/velero/velero:v1.18.4 instead of docker.io/velero/velero:v1.18.3.',
    ],
  },
  {
    name: 'another cluster',
    edit: [["name: 'harbour-production'", "name: 'harbour-production-2'"]],
    sentences: ['other: The cluster is harbour-production-2 instead of harbour-production.'],
  },
  {
    name: 'another region',
    environment: 'staging',
    edit: [
      ["region: 'us-east-1'", "region: 'us-west-1'"],
      ['oidc.eks.us-east-1', 'oidc.eks.us-west-1'],
    ],
    sentences: [
      'other: The policies access/drill_trust, access/monitoring_trust, access/node-agent_trust, access/recovery_trust, access/secrets_trust and access/velero_trust are for arn:aws:iam::777788889999:oidc-provider/oidc.eks.us-west-1.amazonaws.com/id/91B7E04D5A2C4E8FB36D07C1F2A9E845 instead of arn:aws:iam::777788889999:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/91B7E04D5A2C4E8FB36D07C1F2A9E845.',
      'weaker: The alert BackupCostOverBudget is no longer there.',
      'other: The region is us-west-1 instead of us-east-1.',
      "other: The service accounts' identity is https://oidc.eks.us-west-1.amazonaws.com/id/91B7E04D5A2C4E8FB36D07C1F2A9E845 instead of https://oidc.eks.us-east-1.amazonaws.com/id/91B7E04D5A2C4E8FB36D07C1F2A9E845.",
    ],
  },
  {
    name: 'another assumption',
    file: 'organisation.ts',
    edit: [
      [
        "'pod-start': upTo(seconds(15), seconds(45))",
        "'pod-start': upTo(seconds(15), seconds(20))",
      ],
    ],
    sentences: ['other: The proof assumes at most 20 s instead of 45 s for the step pod-start.'],
  },
];
