import { shorter } from '../../length.ts';
import { ofBucket } from '../../of-bucket.ts';

export const keysRotate = ofBucket({
  id: 'storage/keys-rotate',
  path: 'storage.encryption.keyRotation',
  guard: ({ storage }) => shorter(storage.encryption.keyRotation),
  sentence: (after, before) => `Keys are rotated every ${after} instead of ${before}.`,
});
