/** `12.30`, or `0.004` where it is less than a cent. */
export const formatUsd = (usd: number): string =>
  usd !== 0 && Math.abs(usd) < 0.01 ? usd.toFixed(3) : usd.toFixed(2);
