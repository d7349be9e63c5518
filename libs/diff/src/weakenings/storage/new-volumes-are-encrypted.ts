import { ofBucket } from '../../of-bucket.ts';

export const newVolumesAreEncrypted = ofBucket({
  id: 'storage/new-volumes-are-encrypted',
  path: 'storage.encryption.newVolumes',
  guard: ({ storage: { encryption } }) =>
    encryption.newVolumes.encrypted === 'by-default'
      ? { strength: 1, value: 'encrypted by default with a key of this environment' }
      : { strength: 0, value: 'left to somebody else to encrypt' },
  sentence: (after, before) => `New EBS volumes are ${after}, instead of ${before}.`,
});
