import { environments, format } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';
import { type CostFlags, formats } from '../cost/cost-flags.ts';
import type { Costs } from '../cost/priced.ts';

export const cost = verb<CostFlags, Costs>({
  summary: 'price the backups of 24 months, and rank what would save most without a breach',
  flags: { env: environments, format: format(formats) },
  examples: [
    'cost',
    'cost --env production --json',
    'cost --env production --format svg > cost.svg',
  ],
  notes:
    'Exit with 1 when a declared budget is passed. --format json is the same as --json; svg draws one environment.',
  result: {
    pricedOn: 'when the prices were looked up, `YYYY-MM-DD`',
    environments:
      'each `environment`: its `bill` (US dollars for each of 24 months: `parts` and `total`), `declaredPrices`, `budget`, `overBudgetIn` (the first month that passes it, from 1), and `savings` (`path`, `from`, `to`, `difference` a month)',
  },
  run: async (flags) => {
    const { cost: price } = await import('../cost/cost.ts');
    return price(flags);
  },
});
