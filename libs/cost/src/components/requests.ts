import { isArchived, isReplicated, ownsBucket } from '@resilience/config/environment';

import { everyDay, none, sum } from '../calendar.ts';
import type { Component } from '../component.ts';

/** Kopia writes packs of about 20 MiB. */
const packsPerGibibyte = 1024 / 20;

/** Each pack is written once here, and once in each copy of the bucket. */
export const requests: Component = {
  name: 'requests',
  of: 'writing packs, here and in each copy',
  cost: ({ environment, contents, home, away }) => {
    if (!ownsBucket(environment)) return none;
    const thousand =
      home.written.STANDARD +
      (isReplicated(environment) ? away.written.STANDARD_IA : 0) +
      (isArchived(environment) ? away.written.DEEP_ARCHIVE : 0);
    const added = sum(contents.repositories.map((copies) => copies.added));
    return everyDay(({ index }) => ((added[index] ?? 0) * packsPerGibibyte * thousand) / 1000);
  },
};
