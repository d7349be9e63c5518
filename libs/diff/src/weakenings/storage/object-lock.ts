import { formatDuration } from '@resilience/config/duration';

import { ofBucket } from '../../of-bucket.ts';

const modes = ['off', 'governance', 'compliance'] as const;
/** A mode outweighs any time: in governance mode an administrator can delete what is locked. */
const eternity = 1e12;

export const objectLock = ofBucket({
  id: 'storage/object-lock',
  path: 'storage.objectLock',
  guard: ({ storage: { objectLock: lock } }) =>
    lock.mode === 'off'
      ? { strength: 0, value: 'off' }
      : {
          strength: modes.indexOf(lock.mode) * eternity + lock.retention.seconds,
          value: `in ${lock.mode} mode for ${formatDuration(lock.retention)}`,
        },
  sentence: (after, before) => `Object lock of the backups is ${after} instead of ${before}.`,
});
