import type { Priced } from './priced.ts';

/** As machines get it: every amount in US dollars with two digits. */
export const inCents = ({ bill: { parts, total }, savings, ...priced }: Priced): Priced => ({
  ...priced,
  bill: {
    parts: parts.map((part) => ({ ...part, months: part.months.map(cents) })),
    total: total.map(cents),
  },
  savings: savings.map((saving) => ({ ...saving, difference: cents(saving.difference) })),
});

export const cents = (usd: number): number => Math.round(usd * 100) / 100;
