import { longer } from '../../length.ts';
import { ofBucket } from '../../of-bucket.ts';

export const deletedObjectsAreKept = ofBucket({
  id: 'storage/deleted-objects-are-kept',
  path: 'storage.lifecycle.expireNoncurrentAfter',
  guard: ({ storage }) => longer(storage.lifecycle.expireNoncurrentAfter),
  sentence: (after, before) =>
    `Deleted and overwritten objects of the bucket can be brought back for ${after} instead of ${before}.`,
});
