import { days, hours } from '@resilience/config/duration';

import { type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import type { Series } from '../series.ts';

const name = 'resilience_backup_snapshots';
const labels = { backup: 'daily-1', schedule: 'daily', snapshot_move_data: 'false' };

/** So many at the moment zero, and the same number more every hour. */
const growing = (value: number, growth: number): Series => ({
  name,
  labels,
  stages: [{ from: hours(0), value, growth }],
});

export const snapshotQuotaPredicted: AlertCases = {
  alert: 'SnapshotQuotaPredicted',
  by: [],
  silentWithout: [name, 'resilience_backup_native_snapshots'],
  cases: ({ monitoring: { snapshotQuota } }) => {
    const step = hours(1);
    /** Grows by 10 an hour: in two weeks by 3360. The quota is met that long after the hundredth hour. */
    const until = snapshotQuota - 10 * (14 * 24 + 100);
    return [
      {
        kind: 'quiet',
        what: 'many, but no more than yesterday',
        series: [growing(Math.floor(snapshotQuota * 0.9), 0)],
        expect: quietAt(days(3), days(8)),
        step,
      },
      {
        kind: 'boundary',
        what: 'in two weeks a little below the quota, and a little above',
        series: [growing(until, 10)],
        expect: [...quietAt(hours(98)), { at: hours(102), pending: true, alerts: [[]] }],
        step,
      },
      {
        kind: 'firing',
        what: 'growing for a week',
        series: [growing(until, 10)],
        expect: [firingAt(hours(120), [])],
        step,
      },
      {
        kind: 'resolving',
        what: 'growing, and then no more for a week',
        series: [
          {
            name,
            labels,
            stages: [
              { from: hours(0), value: until, growth: 10 },
              { from: hours(121), value: until + 1210 },
            ],
          },
        ],
        expect: [firingAt(hours(120), []), ...quietAt(hours(300))],
        step,
      },
    ];
  },
};
