import { longer } from '../../length.ts';
import { ofBucket } from '../../of-bucket.ts';

export const metadataIsKept = ofBucket({
  id: 'storage/metadata-is-kept',
  path: 'storage.lifecycle.expireAfter',
  guard: ({ storage }) => longer(storage.lifecycle.expireAfter),
  sentence: (after, before) => `Metadata of backups expires after ${after} instead of ${before}.`,
});
