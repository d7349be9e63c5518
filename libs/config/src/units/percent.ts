/** A share of a whole. Made by {@link percent}. */
export interface Percent {
  readonly percent: number;
}

/** @param count hundredths of the whole, from 0 to 100 */
export const percent = (count: number): Percent => ({ percent: count });
