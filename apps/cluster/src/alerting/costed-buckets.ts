import { type Environment, isArchived, isReplicated } from '@resilience/config/environment';
import {
  archiveBucket,
  backupBucket,
  type BucketNames,
  replicaBucket,
} from '@resilience/config/names';
import { unpricedRegions } from '@resilience/cost/price';
import { pricesOf, type StorageClass } from '@resilience/cost/price-list';

/** A bucket that backups are paid for in, and what a gibibyte of each class costs there in a month. */
export interface CostedBucket extends BucketNames {
  /** US dollars. */
  readonly stored: Readonly<Record<StorageClass, number>>;
}

/**
 * The types by which S3 reports the size of what is in a class.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html
 */
export const storageTypes: Readonly<Record<StorageClass, string>> = {
  STANDARD: 'StandardStorage',
  STANDARD_IA: 'StandardIAStorage',
  GLACIER_IR: 'GlacierInstantRetrievalStorage',
  DEEP_ARCHIVE: 'DeepArchiveStorage',
};

/** The environment's own buckets of backups; none where one of its regions has no known prices. */
export function costedBuckets(environment: Environment): CostedBucket[] {
  if (environment.storage.kind !== 'bucket' || unpricedRegions(environment).length > 0) return [];
  const buckets = [
    backupBucket(environment),
    ...(isReplicated(environment) ? [replicaBucket(environment)] : []),
    ...(isArchived(environment) ? [archiveBucket(environment)] : []),
  ];
  return buckets.flatMap((bucket) => {
    const prices = pricesOf(environment, bucket.region);
    return prices ? [{ ...bucket, stored: prices.stored }] : [];
  });
}
