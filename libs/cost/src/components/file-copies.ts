import { inDays } from '@resilience/config/duration';
import { ownsBucket } from '@resilience/config/environment';

import { everyDay, none, ofTheLast, plus, sum } from '../calendar.ts';
import type { Component } from '../component.ts';

/** Kopia's packs stay in STANDARD, whatever the lifecycle of metadata; deleted ones stay as versions. */
export const fileCopies: Component = {
  name: 'file-copies',
  of: 'file-level copies in the bucket, with deleted versions',
  cost: ({ environment, contents, home }) => {
    if (!ownsBucket(environment)) return none;
    const { expireNoncurrentAfter } = environment.storage.lifecycle;
    const stored = sum(contents.repositories.map((copies) => copies.stored));
    const freed = sum(contents.repositories.map((copies) => copies.freed));
    const held = plus(stored, ofTheLast(inDays(expireNoncurrentAfter), freed));
    return everyDay(
      ({ index, daysInMonth }) => ((held[index] ?? 0) * home.stored.STANDARD) / daysInMonth,
    );
  },
};
