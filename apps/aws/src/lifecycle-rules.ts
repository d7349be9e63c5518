import type { S3BucketLifecycleConfigurationRule } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js';
import { inDays } from '@resilience/config/duration';
import type { BucketEnvironment } from '@resilience/config/environment';

type Rule = S3BucketLifecycleConfigurationRule;
type Lifecycle = BucketEnvironment['storage']['lifecycle'];

/**
 * How objects age. Nothing here expires or archives `kopia/`: its packs are shared between backups,
 * and without one of them every backup that shares it is lost.
 */
export const lifecycleRules = (lifecycle: Lifecycle): Rule[] => [
  backups(lifecycle),
  restoreLogs(lifecycle),
  housekeeping(lifecycle),
];

const backups = (lifecycle: Lifecycle): Rule => ({
  id: 'backups',
  status: 'Enabled',
  filter: [{ prefix: 'backups/' }],
  transition: [
    { days: inDays(lifecycle.infrequentAccessAfter), storageClass: 'STANDARD_IA' },
    { days: inDays(lifecycle.glacierInstantRetrievalAfter), storageClass: 'GLACIER_IR' },
  ],
  expiration: [{ days: inDays(lifecycle.expireAfter) }],
});

const restoreLogs = ({ expireAfter }: Lifecycle): Rule => ({
  id: 'restores',
  status: 'Enabled',
  filter: [{ prefix: 'restores/' }],
  expiration: [{ days: inDays(expireAfter) }],
});

const housekeeping = (lifecycle: Lifecycle): Rule => ({
  id: 'housekeeping',
  status: 'Enabled',
  filter: [{ prefix: '' }],
  expiration: [{ expiredObjectDeleteMarker: true }],
  noncurrentVersionExpiration: [{ noncurrentDays: inDays(lifecycle.expireNoncurrentAfter) }],
  abortIncompleteMultipartUpload: [
    { daysAfterInitiation: inDays(lifecycle.abortIncompleteUploadsAfter) },
  ],
});
