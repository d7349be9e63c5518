import type { Environment } from '@resilience/config/environment';

import { takesSnapshots } from '../alerting/copied-volumes.ts';
import { lines } from './panels/lines.ts';
import type { Unplaced } from './panels/panel.ts';
import { stat } from './panels/stat.ts';
import { below, risingTo, shareUsed } from './panels/thresholds.ts';

const count = 'sum(resilience:snapshots:count)';

/** How many snapshots there are now, and will be: nothing where no schedule leaves any. */
export const snapshotsNow = (environment: Environment): Unplaced[] =>
  takesSnapshots(environment) ? [snapshotCount(environment), snapshotForecast()] : [];

/** How near the quota was. */
export const snapshotsOverTime = (environment: Environment): Unplaced[] =>
  takesSnapshots(environment) ? [quotaUsed()] : [];

const snapshotCount = ({ monitoring: { snapshotQuota } }: Environment): Unplaced =>
  stat(
    {
      title: 'Snapshots',
      description: `Volume snapshots that backups hold. The account may have ${snapshotQuota} in the region; at the quota, backups fail.`,
      noData: 'No snapshot is known',
      width: 4,
    },
    {
      unit: 'short',
      thresholds: risingTo(0.8 * snapshotQuota, snapshotQuota),
      queries: [{ expr: count, legend: 'snapshots' }],
    },
  );

/** What a month more of the last week's growth would lead to. */
const snapshotForecast = (): Unplaced =>
  stat(
    {
      title: 'Quota in 30 days',
      description:
        'The share of the snapshot quota that is used in 30 days if the growth of the last week goes on. Over 100 %: ask AWS for more now.',
      noData: 'Not enough history',
      width: 4,
    },
    {
      unit: 'percentunit',
      thresholds: shareUsed,
      queries: [
        {
          expr: 'sum(predict_linear(resilience:snapshots:count[7d], 30 * 86400)) / sum(resilience:snapshot_quota)',
          legend: 'in 30 days',
        },
      ],
    },
  );

const quotaUsed = (): Unplaced =>
  lines(
    {
      title: 'Snapshot quota used',
      description:
        'Snapshots as a share of the quota. It levels off when the oldest backups expire as fast as new ones come.',
      noData: 'No snapshot is known',
      width: 12,
    },
    {
      unit: 'percentunit',
      thresholds: below(1),
      queries: [{ expr: `${count} / sum(resilience:snapshot_quota)`, legend: 'used' }],
    },
  );
