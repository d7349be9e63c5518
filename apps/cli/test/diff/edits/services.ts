import type { EditCase } from '../edited-harbour.ts';

/** Edits of harbour, and every sentence that a reviewer reads of each. */
export const services: readonly EditCase[] = [
  {
    name: 'a service that is removed',
    edit: [[/ {4}certificates: \{[^]*?\n {4}\},\n/, '']],
    sentences: ['weaker: The service certificates is removed: no recovery is proved or drilled.'],
  },
  {
    name: 'a service that is not backed up',
    edit: [
      [
        / {4}certificates: \{[^]*?\n {4}\},\n/,
        "    certificates: { namespace: 'cert-manager', notBackedUp: 'Certificates are issued again.' },\n",
      ],
    ],
    sentences: [
      'weaker: The service certificates is now in no backup: Certificates are issued again.',
    ],
  },
  {
    name: 'a lower tier',
    edit: [
      ["owner: 'checkout',\n      tier: 'critical'", "owner: 'checkout',\n      tier: 'standard'"],
    ],
    sentences: [
      'weaker: No backup of the schedule four-hourly-critical holds orders any more.',
      'weaker: orders may lose 1 d instead of 12 h of data in volume-corruption, namespace-deletion, cluster-corruption, region-failure, bucket-loss and key-loss.',
      'weaker: orders may take 1 h 15 min instead of 45 min to be back after volume-corruption and namespace-deletion.',
      'weaker: orders may take 3 h instead of 1 h 30 min to be back after cluster-corruption and region-failure.',
      'weaker: orders may take 1 h 30 min instead of 1 h to be back after bucket-loss and key-loss.',
      'weaker: orders may take 5 h instead of 4 h to be back after malicious-deletion.',
      'weaker: orders is standard instead of critical: the tier decides the order of recovery, and what the policy demands.',
    ],
  },
  {
    name: 'another owner',
    edit: [["owner: 'checkout'", "owner: 'platform'"]],
    sentences: ['other: The owner of orders is platform instead of checkout.'],
  },
  {
    name: 'a volume that is left out',
    edit: [
      [
        /(content: 'grafana',\s+claimLabels: [^\n]+\s+backup: )\{[^}]*\}/,
        "$1{ method: 'skip', reason: 'Dashboards are in Git, and made again.' }",
      ],
    ],
    sentences: [
      'weaker: The volume grafana of monitoring is left out of every backup (Dashboards are in Git, and made again.) instead of backed up by snapshots.',
    ],
  },
  {
    name: 'another method',
    edit: [["backup: { method: 'file-system' }", "backup: { method: 'snapshot' }"]],
    sentences: [
      'other: The volume uploads of media is backed up by snapshots instead of backed up by copies of its files.',
    ],
  },
  {
    name: 'a volume that is no longer declared',
    edit: [[/ {8}thumbnails: \{[^]*?\n {8}\},\n/, '']],
    sentences: [
      'weaker: The volume thumbnails of media is no longer declared: no proof counts, and no drill restores, what is in there.',
    ],
  },
  {
    name: 'a hook that is removed',
    edit: [[/ {6}hooks: \[\n {8}\{\n {10}kind: 'command'[^]*?\n {6}\],\n/, '']],
    sentences: ['weaker: The hook checkpoint of orders is removed: backups are made without it.'],
  },
  {
    name: 'a hook that may fail',
    edit: [["onError: 'fail'", "onError: 'continue'"]],
    sentences: [
      'weaker: A failure of the hook read-lock of catalog lets the backup of the pod go on, and no longer leaves the pod out of the backup.',
    ],
  },
  {
    name: 'a check that is removed',
    edit: [[/ {8}\{\n {10}check: 'newest-row'[^]*?\n {8}\},\n/, '']],
    sentences: [
      'weaker: The check newest-row of the table orders in orders is removed: drills and recoveries do without it.',
    ],
  },
  {
    name: 'a check that demands less',
    edit: [['atLeast: 1_000_000', 'atLeast: 1']],
    sentences: [
      'weaker: The check row-count of the table orders in orders demands at least 1 instead of 1000000.',
    ],
  },
  {
    name: 'a check that accepts older data',
    edit: [['within: minutes(15)', 'within: hours(2)']],
    sentences: [
      'weaker: The check newest-row of the table orders in orders accepts data that is 2 h instead of 15 min older than its backup.',
    ],
  },
  {
    name: 'namespaces that are left out',
    edit: [
      [
        '  waivers: []',
        "  leftOut: [{ namespaces: 'preview-*', reason: 'Previews are made again.' }],\n  waivers: []",
      ],
    ],
    sentences: ['weaker: Backups leave out namespaces preview-*: Previews are made again.'],
  },
  {
    name: 'a waiver',
    edit: [
      [
        'waivers: []',
        "waivers: [\n    {\n      rule: 'retention/backups-stay-readable',\n      subject: 'Schedule/daily',\n      reason: 'Nobody reads the old ones.',\n      owner: 'platform',\n      expires: '2099-06-30',\n    },\n  ]",
      ],
    ],
    sentences: [
      'weaker: retention/backups-stay-readable is waived for Schedule/daily until 2099-06-30, by platform: Nobody reads the old ones.',
    ],
  },
  {
    name: 'waivers that last longer',
    environment: 'staging',
    edit: [["'2099-12-31'", "'2100-12-31'"]],
    sentences: [
      'weaker: recovery/rpo is waived for orders/region-failure, orders/bucket-loss, orders/key-loss, orders/malicious-deletion, media/region-failure, media/bucket-loss, media/key-loss and media/malicious-deletion until 2100-12-31, by platform: Staging is built anew from Git when its copies are lost; its data is made by tests. (before: until 2099-12-31, by platform)',
    ],
  },
  {
    name: 'a longer RTO of a tier',
    file: 'organisation.ts',
    edit: [
      [
        "'region-failure': { rpo: hours(12), rto: minutes(90) }",
        "'region-failure': { rpo: hours(12), rto: hours(2) }",
      ],
    ],
    sentences: [
      'weaker: orders and catalog may take 2 h instead of 1 h 30 min to be back after region-failure.',
    ],
  },
  {
    name: 'services that are given up',
    environment: 'staging',
    edit: [
      [
        "'region-failure': { rpo: days(14), rto: hours(24) }",
        "'region-failure': { unprotected: 'Staging is built anew from Git.' }",
      ],
      ["['region-failure', 'bucket-loss',", "['bucket-loss',"],
    ],
    sentences: [
      'weaker: orders and media need not be recovered after region-failure: Staging is built anew from Git.',
      'stronger: recovery/rpo is no longer waived for orders/region-failure and media/region-failure.',
    ],
  },
];
