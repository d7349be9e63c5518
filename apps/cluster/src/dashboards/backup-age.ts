import { lines } from './panels/lines.ts';
import type { Unplaced } from './panels/panel.ts';
import { stat } from './panels/stat.ts';
import { below, neutral } from './panels/thresholds.ts';
import { since } from './queries.ts';

/** For a cluster that only reads the backups of another. */
export const newestBackup = (): Unplaced =>
  stat(
    {
      title: 'Newest replicated backup, ago',
      description:
        'How old the newest complete backup is that this cluster could restore. It grows when replication or the source stops.',
      noData: 'No backup is known here',
      width: 8,
    },
    {
      unit: 's',
      thresholds: neutral,
      queries: [
        {
          expr: since('max(resilience:backup_data_timestamp_seconds:max)'),
          legend: 'newest',
        },
      ],
    },
  );

/** How near each service is to its limit. */
export const dataAgeShare = (): Unplaced =>
  lines(
    {
      title: 'Data age as a share of the RPO',
      description:
        'A saw tooth under 100 %: it falls with each backup. Over the line, a disaster would cost more than was declared to be bearable.',
      noData: 'No service has a backup',
      width: 12,
    },
    {
      unit: 'percentunit',
      thresholds: below(1),
      queries: [
        {
          expr: 'max by (service) (resilience:service_data_age_seconds) / on (service) max by (service) (resilience:service_rpo_seconds)',
          legend: '{{service}}',
        },
      ],
    },
  );

/** The age of the newest backup of each schedule. */
export const backupAge = (width: number): Unplaced =>
  lines(
    {
      title: 'Age of the newest backup',
      description:
        'By schedule: how long ago the newest complete backup began. What was written since then is in none.',
      noData: 'No complete backup is known',
      width,
    },
    {
      unit: 's',
      queries: [
        {
          expr: since('max by (schedule) (resilience:backup_data_timestamp_seconds:max)'),
          legend: '{{schedule}}',
        },
      ],
    },
  );
