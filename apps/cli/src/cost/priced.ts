import type { Bill } from '@resilience/cost/price';

import type { Saving } from './permitted.ts';

/** What one environment costs. */
export interface Priced {
  readonly environment: string;
  readonly bill: Bill;
  /** By region, when the prices were looked up that the environment declares. */
  readonly declaredPrices: Readonly<Record<string, string>>;
  /** US dollars; undefined where none is declared. */
  readonly budget: number | undefined;
  /** The first month, from 1, that costs more than it; undefined if none does. */
  readonly overBudgetIn: number | undefined;
  readonly savings: readonly Saving[];
}

export interface Costs {
  /** `YYYY-MM-DD` */
  readonly pricedOn: string;
  readonly environments: readonly Priced[];
}
