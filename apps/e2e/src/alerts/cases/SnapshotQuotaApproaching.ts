import { minutes } from '@resilience/config/duration';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { steady, switched } from '../series.ts';

const name = 'resilience_backup_snapshots';
const kept = { backup: 'daily-1', schedule: 'daily', snapshot_move_data: 'false' };
const moved = { backup: 'weekly-1', schedule: 'weekly', snapshot_move_data: 'true' };

export const snapshotQuotaApproaching: AlertCases = {
  alert: 'SnapshotQuotaApproaching',
  by: [],
  silentWithout: [name, 'resilience_backup_native_snapshots'],
  cases: ({ monitoring: { snapshotQuota } }) => {
    const most = Math.floor(snapshotQuota * 0.8);
    return [
      {
        kind: 'quiet',
        what: 'snapshots that were moved to the bucket are gone',
        series: [steady(name, kept, 10), steady(name, moved, snapshotQuota)],
        expect: quietAt(minutes(0), minutes(30)),
      },
      {
        kind: 'boundary',
        what: 'four fifths of the quota, and one more',
        series: [switched(name, kept, [most, minutes(10), most + 1])],
        expect: [...quietAt(minutes(9)), activeAt(minutes(11), [])],
      },
      {
        kind: 'firing',
        what: 'more than four fifths, of several backups and of volumes without a CSI driver',
        series: [
          steady(name, kept, most - 1),
          steady(name, { ...kept, backup: 'daily-2', snapshot_move_data: '' }, 1),
          steady('resilience_backup_native_snapshots', { backup: 'daily-2' }, 1),
        ],
        expect: [firingAt(minutes(20), [])],
      },
      {
        kind: 'resolving',
        what: 'backups expire',
        series: [switched(name, kept, [snapshotQuota, minutes(30), 10])],
        expect: [firingAt(minutes(29), []), ...quietAt(minutes(32))],
      },
    ];
  },
};
