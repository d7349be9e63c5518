import { ownsBucket } from '@resilience/config/environment';

import { bytesByClass, failedRequests } from './buckets.ts';
import { budgetUsed, costOverTime, monthlyCost } from './cost.ts';
import type { Dashboard } from './dashboard.ts';
import { replication } from './replication.ts';
import { snapshotsNow, snapshotsOverTime } from './snapshots.ts';
import { storageReachable, storageValidated } from './storage-location.ts';

/** Where the backups are, whether they are copied, and what that costs. */
export const storageAndCost: Dashboard = {
  name: 'storage-and-cost',
  title: 'storage and cost',
  description:
    'Where the backups are, how far their copy is behind, how near quotas and the budget are.',
  rows: (environment) => {
    const owns = ownsBucket(environment);
    return [
      {
        title: 'Now',
        height: 5,
        panels: [
          storageReachable(),
          storageValidated(),
          ...snapshotsNow(environment),
          ...(owns ? [monthlyCost(environment), budgetUsed()] : []),
        ],
      },
      {
        title: 'Cost and size',
        height: 9,
        panels: owns ? [costOverTime(environment), bytesByClass()] : [],
      },
      { title: 'Replication', height: 9, panels: replication(environment) },
      {
        title: 'Quotas and requests',
        height: 9,
        panels: [...snapshotsOverTime(environment), ...(owns ? [failedRequests()] : [])],
      },
    ];
  },
};
