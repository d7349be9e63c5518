import type { Environment } from '@resilience/config/environment';

/**
 * The bucket that Velero mounts. The key is named, as the header without a name would mean the key of
 * AWS; kopia sends no header, and gets the same key by the bucket's default.
 */
export const storageLocationSpec = ({ backups }: Environment) => ({
  provider: 'aws',
  default: true,
  accessMode: backups.accessMode,
  objectStorage: {
    bucket: backups.bucket,
    ...(backups.prefix !== '' && { prefix: backups.prefix.slice(0, -1) }),
  },
  config: {
    region: backups.region,
    serverSideEncryption: 'aws:kms',
    kmsKeyId: backups.keyAlias,
  },
});
