import { formatDuration } from '../units/duration.ts';
import type { Check } from './check.ts';

/**
 * A lock that ends before the backup does protects it only while it is young: kopia's packs are
 * written once and serve until the last backup that shares them has expired.
 */
export const objectLockHoldsTheLongestBackup: Check = ({ storage, schedules }) => {
  if (storage.kind !== 'bucket' || storage.objectLock.mode === 'off') return [];
  const { retention: lock } = storage.objectLock;
  return Object.entries(schedules)
    .filter(([, { retention }]) => retention.seconds > lock.seconds)
    .map(([name, { retention }]) => ({
      path: 'storage.objectLock.retention',
      code: 'config/object-lock-holds-the-longest-backup',
      message: `ends before the backups of the schedule ${name} do`,
      expected: `at least schedules.${name}.retention, ${formatDuration(retention)}`,
      received: formatDuration(lock),
      fix: 'lock for longer, or keep those backups for less',
    }));
};
