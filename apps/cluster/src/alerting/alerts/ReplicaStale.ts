import { gapsOf } from '@resilience/config/cron-gap';
import type { Declaration, Schedule } from '@resilience/config/declaration';
import { type Duration, formatDuration, minutes } from '@resilience/config/duration';

import { alert } from '../alert.ts';
import { awaitedSince } from '../awaited-since.ts';
import { completedBackups } from '../backups-of.ts';
import { firstOf } from '../promql.ts';
import { seenWithin } from '../seen-within.ts';

/** How often Velero looks for backups that others have put into its bucket. */
const synced = minutes(1);

/** What would be restored here after a region failure is older than it should be. */
export const ReplicaStale = alert({
  name: 'ReplicaStale',
  severity: 'critical',
  component: 'replication',
  // The newest backup may be missing altogether: that is counted from when it was first awaited.
  needs: [],
  conditions: ({ storage, backups }) => {
    // After a failover nobody writes to the replica but this cluster.
    if (storage.kind !== 'replica' || backups.accessMode === 'ReadWrite') return [];
    const { source } = backups;
    return Object.entries(source.schedules).map(([schedule, declared]) => {
      const limit = limitOf(source, declared);
      const newest = firstOf(
        `max(${completedBackups([schedule])})`,
        awaitedSince('schedule', schedule),
      );
      return {
        expr: `time() - (\n${newest}\n) > ${limit.seconds}`,
        for: seenWithin,
        labels: { schedule },
        summary: `The replica has no recent backup of ${schedule}`,
        description: `The newest backup of ${schedule} of ${source.name} that can be restored here began {{ $value | humanizeDuration }} ago; ${formatDuration(limit)} at most are normal.`,
      };
    });
  },
});

/** The longest gap, one firing that is skipped, the backup itself, its way here, and Velero's look at it. */
function limitOf({ storage }: Declaration, { cron, durationBudget }: Schedule): Duration {
  const { longest, shortest } = gapsOf(cron);
  const skipped = durationBudget.seconds > shortest.seconds ? durationBudget.seconds : 0;
  const lag =
    storage.kind === 'bucket' && storage.replication.to === 'dr-region'
      ? storage.replication.maximumLag.seconds
      : 0;
  return {
    seconds: longest.seconds + skipped + durationBudget.seconds + lag + synced.seconds,
  };
}
