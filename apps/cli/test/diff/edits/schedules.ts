import type { EditCase } from '../edited-harbour.ts';

/** Edits of harbour, and every sentence that a reviewer reads of each. */
export const schedules: readonly EditCase[] = [
  {
    name: 'a shorter retention',
    edit: [['retention: days(30)', 'retention: days(14)']],
    sentences: ['weaker: Backups of the schedule daily are kept for 14 d instead of 30 d.'],
  },
  {
    name: 'a longer retention',
    edit: [['retention: days(30)', 'retention: days(40)']],
    sentences: ['stronger: Backups of the schedule daily are kept for 40 d instead of 30 d.'],
  },
  {
    name: 'a schedule that is rarer',
    edit: [["'0 8,20 * * *'", "'0 8 * * *'"]],
    sentences: [
      'weaker: Backups by the schedule half-daily-offsite are made at 0 8 * * * (at most 1 d apart) instead of at 0 8,20 * * * (at most 12 h apart).',
    ],
  },
  {
    name: 'a schedule at another hour',
    edit: [["'0 3 * * 0'", "'0 4 * * 0'"]],
    sentences: [
      'other: Backups by the schedule weekly are made at 0 4 * * 0 (at most 7 d apart) instead of at 0 3 * * 0 (at most 7 d apart).',
    ],
  },
  {
    name: 'a schedule that is removed',
    edit: [[/ {4}weekly: \{[^}]*\},\n/, '']],
    sentences: ['weaker: The schedule weekly is removed: no further backup is made.'],
  },
  {
    name: 'a schedule that is added',
    edit: [
      [
        '    weekly: {',
        "    yearly: {\n      cron: '0 5 1 1 *',\n      retention: days(370),\n      covers: 'cluster',\n      volumes: 'file-level-copies',\n      durationBudget: hours(4),\n    },\n    weekly: {",
      ],
    ],
    sentences: ['stronger: The schedule yearly is added.'],
  },
  {
    name: 'snapshots in the place of copies',
    edit: [["volumes: 'file-level-copies'", "volumes: 'snapshots'"]],
    sentences: [
      'weaker: Volumes in backups of the schedule weekly are kept as snapshots, which stay in their region, instead of as file-level copies in the bucket.',
    ],
  },
  {
    name: 'a schedule of some services',
    edit: [
      [
        "covers: 'cluster'",
        "covers: ['orders', 'catalog', 'media', 'storefront', 'monitoring', 'argocd']",
      ],
    ],
    sentences: [
      'weaker: Backups of the schedule daily hold the namespaces of some services instead of the whole cluster.',
      'weaker: No backup of the schedule daily holds certificates any more.',
    ],
  },
  {
    name: 'a backup that may take longer',
    edit: [['durationBudget: minutes(60)', 'durationBudget: hours(2)']],
    sentences: [
      'weaker: A backup of the schedule daily may take 2 h instead of 1 h before anybody is notified.',
    ],
  },
  {
    name: 'no backup before a change',
    edit: [["orders: 'orders', catalog", 'catalog']],
    sentences: [
      'weaker: orders is no longer backed up before ArgoCD syncs the application orders.',
    ],
  },
  {
    name: 'a shorter retention of backups before a change',
    edit: [['changes: {\n    retention: days(14)', 'changes: {\n    retention: days(7)']],
    sentences: ['weaker: Backups before changes are kept for 7 d instead of 14 d.'],
  },
  {
    name: 'a schedule of a tier',
    file: 'organisation.ts',
    edit: [['retention: days(7)', 'retention: days(5)']],
    sentences: [
      'weaker: Backups of the schedule four-hourly-critical are kept for 5 d instead of 7 d.',
    ],
  },
];
