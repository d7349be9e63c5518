import type { S3BucketLifecycleConfigurationRule } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js';
import { type Duration, days, inDays } from '@resilience/config/duration';
import type { BucketEnvironment } from '@resilience/config/environment';

type Rule = S3BucketLifecycleConfigurationRule;
type Lifecycle = BucketEnvironment['storage']['lifecycle'];

/**
 * How objects of a bucket that Velero mounts age. Nothing here expires or archives `kopia/`: its packs
 * are shared between backups, and without one of them every backup that shares it is lost.
 *
 * @param prefix what the keys of all objects of Velero begin with
 */
export const backupLifecycle = (lifecycle: Lifecycle, prefix: string): Rule[] => [
  {
    ...expire('backups', `${prefix}backups/`, lifecycle.expireAfter),
    transition: [
      { days: inDays(lifecycle.infrequentAccessAfter), storageClass: 'STANDARD_IA' },
      { days: inDays(lifecycle.glacierInstantRetrievalAfter), storageClass: 'GLACIER_IR' },
    ],
  },
  expire('restores', `${prefix}restores/`, lifecycle.expireAfter),
  housekeeping(lifecycle.expireNoncurrentAfter, lifecycle.abortIncompleteUploadsAfter),
];

/** Objects are copied into their class as they come; kopia's packs stay for the same reason as above. */
export const archiveLifecycle = (expireAfter: Duration, prefix: string): Rule[] => [
  expire('backups', `${prefix}backups/`, expireAfter),
  expire('restores', `${prefix}restores/`, expireAfter),
  housekeeping(expireAfter),
];

/** Everything is gone after a time. */
export const logLifecycle = (retention: Duration): Rule[] => [
  expire('logs', '', retention),
  housekeeping(days(1)),
];

/** Nothing expires except what was overwritten. */
export const keepAll = (noncurrent: Duration): Rule[] => [housekeeping(noncurrent)];

const expire = (id: string, prefix: string, after: Duration): Rule => ({
  id,
  status: 'Enabled',
  filter: [{ prefix }],
  expiration: [{ days: inDays(after) }],
});

const housekeeping = (noncurrent: Duration, incomplete: Duration = days(7)): Rule => ({
  id: 'housekeeping',
  status: 'Enabled',
  filter: [{ prefix: '' }],
  expiration: [{ expiredObjectDeleteMarker: true }],
  noncurrentVersionExpiration: [{ noncurrentDays: inDays(noncurrent) }],
  abortIncompleteMultipartUpload: [{ daysAfterInitiation: inDays(incomplete) }],
});
