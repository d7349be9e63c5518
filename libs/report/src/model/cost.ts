import type { Picture } from './picture.ts';

/** What the backups of an environment cost. */
export interface CostOf {
  /** Undefined where nothing is stored, or where prices are unknown. */
  readonly bill: Bill | undefined;
  /** Regions that no prices are known of. */
  readonly unpriced: readonly string[];
  /** US dollars a month; undefined where none is declared. */
  readonly budget: number | undefined;
  /** The first month, from 1, that costs more than the budget. */
  readonly overBudgetIn: number | undefined;
  /** When the prices were looked up, `YYYY-MM-DD`. */
  readonly pricedOn: string;
  readonly picture: Picture | undefined;
}

/** US dollars in each of 24 months from an empty bucket; parts of less than half a cent are in the total alone. */
export interface Bill {
  readonly parts: readonly {
    readonly name: string;
    readonly of: string;
    readonly months: readonly number[];
  }[];
  readonly total: readonly number[];
}
