import { isArchived } from '@resilience/config/environment';

import { accumulated, everyDay, none, sum } from '../calendar.ts';
import type { Component } from '../component.ts';

/** Packs are never deleted here, so that none falls short of the minimum of 180 days. */
export const archive: Component = {
  name: 'archive',
  of: 'everything that was ever written, in Deep Archive',
  cost: ({ environment, contents, away }) => {
    if (!isArchived(environment)) return none;
    const written = accumulated(sum(contents.repositories.map(({ added }) => added)));
    return everyDay(
      ({ index, daysInMonth }) => ((written[index] ?? 0) * away.stored.DEEP_ARCHIVE) / daysInMonth,
    );
  },
};
