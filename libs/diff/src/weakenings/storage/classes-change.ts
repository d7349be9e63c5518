import { formatDuration } from '@resilience/config/duration';

import { ofBucket } from '../../of-bucket.ts';

export const classesChange = ofBucket({
  id: 'storage/classes-change',
  path: 'storage.lifecycle',
  guard: ({ storage: { lifecycle } }) => ({
    strength: 0,
    value: `STANDARD_IA after ${formatDuration(lifecycle.infrequentAccessAfter)} and to GLACIER_IR after ${formatDuration(lifecycle.glacierInstantRetrievalAfter)}`,
  }),
  sentence: (after, before) => `Metadata of backups moves to ${after}, instead of to ${before}.`,
});
