/**
 * What AWS bills in a region, in US dollars. A gibibyte is what AWS calls a GB.
 *
 * @see https://aws.amazon.com/s3/pricing/
 * @see https://aws.amazon.com/ebs/pricing/
 * @see https://aws.amazon.com/kms/pricing/
 * @see https://aws.amazon.com/secrets-manager/pricing/
 */
export interface Prices {
  /** For a gibibyte in a month. */
  readonly stored: Readonly<Record<StorageClass, number>>;
  /** For 1,000 objects that are written, or moved into the class. */
  readonly written: Readonly<Record<StorageClass, number>>;
  /** For a gibibyte of changed blocks in a month. */
  readonly snapshot: number;
  /** For a gibibyte of a gp3 volume in a month. */
  readonly volume: number;
  /** For a gibibyte to another region. */
  readonly transfer: number;
  /** For a gibibyte whose arrival within 15 minutes is promised. */
  readonly replicationTime: number;
  /** For a key, and again for each of its first two rotations, in a month. */
  readonly key: number;
  /** For a secret in a month. */
  readonly secret: number;
}

export type StorageClass = 'STANDARD' | 'STANDARD_IA' | 'GLACIER_IR' | 'DEEP_ARCHIVE';

/** When the prices were looked up: they change, and not all at once. */
export const pricedOn = '2026-11-01';

const virginia: Prices = {
  stored: { STANDARD: 0.023, STANDARD_IA: 0.0125, GLACIER_IR: 0.004, DEEP_ARCHIVE: 0.00099 },
  written: { STANDARD: 0.005, STANDARD_IA: 0.01, GLACIER_IR: 0.02, DEEP_ARCHIVE: 0.05 },
  snapshot: 0.05,
  volume: 0.08,
  transfer: 0.02,
  replicationTime: 0.015,
  key: 1,
  secret: 0.4,
};

const frankfurt: Prices = {
  ...virginia,
  stored: { STANDARD: 0.0245, STANDARD_IA: 0.0135, GLACIER_IR: 0.005, DEEP_ARCHIVE: 0.0018 },
  written: { STANDARD: 0.0054, STANDARD_IA: 0.01, GLACIER_IR: 0.02, DEEP_ARCHIVE: 0.06 },
  snapshot: 0.054,
  volume: 0.0952,
};

/** By region; what is not here is not priced, rather than priced by guess. */
export const priceList: Readonly<Record<string, Prices>> = {
  'us-east-1': virginia,
  'us-west-2': virginia,
  'eu-west-1': { ...virginia, volume: 0.088 },
  'eu-central-1': frankfurt,
};

/** Objects in these classes are billed as if they were at least so large, and so old, in days. */
export const minimumBytes = 128 * 1024;
export const minimumDays: Readonly<Record<StorageClass, number>> = {
  STANDARD: 0,
  STANDARD_IA: 30,
  GLACIER_IR: 90,
  DEEP_ARCHIVE: 180,
};
