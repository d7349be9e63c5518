import type { Environment } from '@resilience/config/environment';
import type { DeclaredPrices } from '@resilience/config/prices';

export type Prices = Omit<DeclaredPrices, 'lookedUpOn'>;

export type StorageClass = keyof Prices['stored'];

/** When the prices of the list were looked up: they change, and not all at once. */
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

/** By region; what is neither here nor declared is not priced, rather than priced by guess. */
export const priceList: Readonly<Record<string, Prices>> = {
  'us-east-1': virginia,
  'us-west-2': virginia,
  'eu-west-1': { ...virginia, volume: 0.088 },
  'eu-central-1': frankfurt,
};

/** What a region costs an environment, by what it declares or else by the list. */
export const pricesOf = (
  { prices: declared = {} }: Pick<Environment, 'prices'>,
  region: string,
): Prices | undefined =>
  [declared, priceList].find((prices) => Object.hasOwn(prices, region))?.[region];

/** Objects in these classes are billed as if they were at least so large, and so old, in days. */
export const minimumBytes = 128 * 1024;
export const minimumDays: Readonly<Record<StorageClass, number>> = {
  STANDARD: 0,
  STANDARD_IA: 30,
  GLACIER_IR: 90,
  DEEP_ARCHIVE: 180,
};
