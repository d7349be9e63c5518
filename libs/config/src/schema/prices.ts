import { z } from 'zod';

import { object, region } from './scalars.ts';

const usd = z
  .number({ error: 'US dollars, zero or more, such as 0.023' })
  .nonnegative({ error: 'US dollars, zero or more, such as 0.023' });

const byClass = (of: string) =>
  object(`${of} of STANDARD, STANDARD_IA, GLACIER_IR and DEEP_ARCHIVE`, {
    /** Of S3 Standard. */
    STANDARD: usd,
    /** Of S3 Standard-IA. */
    STANDARD_IA: usd,
    /** Of S3 Glacier Instant Retrieval. */
    GLACIER_IR: usd,
    /** Of S3 Glacier Deep Archive. */
    DEEP_ARCHIVE: usd,
  });

/**
 * What AWS bills in a region, in US dollars. A gibibyte is what AWS calls a GB.
 *
 * @see https://aws.amazon.com/s3/pricing/
 * @see https://aws.amazon.com/ebs/pricing/
 * @see https://aws.amazon.com/kms/pricing/
 * @see https://aws.amazon.com/secrets-manager/pricing/
 */
const prices = object(
  'the prices of a region: lookedUpOn, stored, written, snapshot, volume, transfer, replicationTime, key, secret',
  {
    /** They change, and not all at once. */
    lookedUpOn: z.iso.date({ error: 'a date such as 2026-11-01' }),
    /** For a gibibyte in a month. */
    stored: byClass('the price of storage'),
    /** For 1,000 objects that are written, or moved into the class. */
    written: byClass('the price of 1,000 writes'),
    /** For a gibibyte of changed blocks in a month. */
    snapshot: usd,
    /** For a gibibyte of a gp3 volume in a month. */
    volume: usd,
    /** For a gibibyte to another region. */
    transfer: usd,
    /** For a gibibyte whose arrival within 15 minutes is promised. */
    replicationTime: usd,
    /** For a key, and again for each of its first two rotations, in a month. */
    key: usd,
    /** For a secret in a month. */
    secret: usd,
  },
);

export const pricesByRegion = z.record(region, prices, { error: 'prices by region' });

export type DeclaredPrices = z.output<typeof prices>;
