import { formatDuration } from '@resilience/config/duration';

import { ofBucket } from '../../of-bucket.ts';

export const backupsAreArchived = ofBucket({
  id: 'storage/backups-are-archived',
  path: 'storage.archive',
  guard: ({ storage: { archive } }) =>
    archive.to === 'deep-archive'
      ? {
          strength: archive.expireAfter.seconds,
          value: `archived for ${formatDuration(archive.expireAfter)}`,
        }
      : { strength: 0, value: 'not archived' },
  sentence: (after, before) => `Backups are ${after} instead of ${before}.`,
});
