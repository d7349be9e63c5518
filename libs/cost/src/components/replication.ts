import { isArchived, isReplicated } from '@resilience/config/environment';

import { everyDay, sum } from '../calendar.ts';
import type { Component } from '../component.ts';

/** Each copy travels by itself; only the replica is promised in time. */
export const replication: Component = {
  name: 'replication',
  of: 'transfer to the DR region, and its time control',
  cost: ({ environment, contents, home }) => {
    const rate =
      (isReplicated(environment) ? home.transfer + home.replicationTime : 0) +
      (isArchived(environment) ? home.transfer : 0);
    const added = sum(contents.repositories.map((copies) => copies.added));
    return everyDay(({ index }) => (added[index] ?? 0) * rate);
  },
};
