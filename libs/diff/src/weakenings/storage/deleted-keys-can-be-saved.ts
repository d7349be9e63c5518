import { longer } from '../../length.ts';
import { ofBucket } from '../../of-bucket.ts';

export const deletedKeysCanBeSaved = ofBucket({
  id: 'storage/deleted-keys-can-be-saved',
  path: 'storage.encryption.keyDeletionWindow',
  guard: ({ storage }) => longer(storage.encryption.keyDeletionWindow),
  sentence: (after, before) =>
    `A key that is scheduled for deletion can be saved for ${after} instead of ${before}.`,
});
