/** An amount of money, as AWS bills it. Made by {@link usd}. */
export interface Money {
  readonly usd: number;
}

/** @param count whole US dollars */
export const usd = (count: number): Money => ({ usd: count });
