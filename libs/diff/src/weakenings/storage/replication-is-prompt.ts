import { shorter } from '../../length.ts';
import { ofBucket } from '../../of-bucket.ts';

export const replicationIsPrompt = ofBucket({
  id: 'storage/replication-is-prompt',
  path: 'storage.replication.maximumLag',
  guard: ({ storage: { replication } }) =>
    replication.to === 'dr-region' ? shorter(replication.maximumLag) : undefined,
  sentence: (after, before) => `Replication may lag by ${after} instead of ${before}.`,
});
