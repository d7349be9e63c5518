import { isReplicated } from '@resilience/config/environment';

import { accumulated, everyDay, none, sum } from '../calendar.ts';
import type { Component } from '../component.ts';

/** No deletion is replicated, so every pack that was ever written stays. */
export const replica: Component = {
  name: 'replica',
  of: 'file-level copies in the DR region, which no deletion reaches',
  cost: ({ environment, contents, away }) => {
    if (!isReplicated(environment)) return none;
    const written = accumulated(sum(contents.repositories.map(({ added }) => added)));
    return everyDay(
      ({ index, daysInMonth }) => ((written[index] ?? 0) * away.stored.STANDARD_IA) / daysInMonth,
    );
  },
};
