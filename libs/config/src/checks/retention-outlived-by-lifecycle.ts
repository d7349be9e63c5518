import { formatDuration } from '../units/duration.ts';
import type { Check } from './check.ts';

/** A bucket that deletes a backup before Velero does leaves a backup that cannot be restored. */
export const retentionOutlivedByLifecycle: Check = ({ storage, schedules }) => {
  if (storage.kind !== 'bucket') return [];
  const { expireAfter } = storage.lifecycle;
  return Object.entries(schedules)
    .filter(([, { retention }]) => retention.seconds >= expireAfter.seconds)
    .map(([name, { retention }]) => ({
      path: `schedules.${name}.retention`,
      code: 'config/retention-outlived-by-lifecycle',
      message: 'is not outlived by the bucket, which expires objects first',
      expected: `less than storage.lifecycle.expireAfter, ${formatDuration(expireAfter)}`,
      received: formatDuration(retention),
      fix: 'shorten the retention or let objects expire later',
    }));
};
