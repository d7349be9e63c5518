import { everyDay, sum } from '../calendar.ts';
import type { Component } from '../component.ts';

/** A snapshot holds the blocks that differ from the snapshot before it. */
export const snapshots: Component = {
  name: 'snapshots',
  of: 'EBS snapshots in the region, incremental',
  cost: ({ contents, home }) => {
    const stored = sum(contents.snapshots.map((copies) => copies.stored));
    return everyDay(
      ({ index, daysInMonth }) => ((stored[index] ?? 0) * home.snapshot) / daysInMonth,
    );
  },
};
