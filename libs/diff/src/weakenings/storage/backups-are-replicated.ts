import { isReplicated } from '@resilience/config/environment';

import { ofBucket } from '../../of-bucket.ts';

export const backupsAreReplicated = ofBucket({
  id: 'storage/backups-are-replicated',
  path: 'storage.replication',
  guard: (environment) =>
    isReplicated(environment)
      ? { strength: 1, value: `replicated to ${environment.aws.drRegion}` }
      : { strength: 0, value: 'not replicated' },
  sentence: (after, before) => `Backups are ${after} instead of ${before}.`,
});
