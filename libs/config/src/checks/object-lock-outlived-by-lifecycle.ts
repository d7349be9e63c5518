import { formatDuration } from '../units/duration.ts';
import type { Check } from './check.ts';

/** A lifecycle cannot expire what Object Lock still holds. */
export const objectLockOutlivedByLifecycle: Check = ({ storage }) => {
  if (storage.kind !== 'bucket' || storage.objectLock.mode === 'off') return [];
  const { retention } = storage.objectLock;
  const { expireAfter } = storage.lifecycle;
  if (retention.seconds < expireAfter.seconds) return [];
  return [
    {
      path: 'storage.objectLock.retention',
      code: 'config/object-lock-outlived-by-lifecycle',
      message: 'still holds objects when the lifecycle expires them',
      expected: `less than storage.lifecycle.expireAfter, ${formatDuration(expireAfter)}`,
      received: formatDuration(retention),
      fix: 'shorten the lock or let objects expire later',
    },
  ];
};
