import { pricesOf } from '@resilience/cost/price-list';

import type { Answers } from './answers.ts';

/** Regions of an organisation that neither the price list nor the answers give prices of. */
export const unpriced = ({ region, drRegion, prices }: Answers): string[] =>
  [region, drRegion].filter(
    (one) => one !== 'none' && pricesOf(prices ? { prices } : {}, one) === undefined,
  );
