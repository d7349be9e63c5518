import { h, type JSX } from 'preact';

import type { Bill } from '../model/cost.ts';
import type { Environment, Report } from '../model/report.ts';
import type { Page } from '../page.ts';
import { none } from '../parts/none.ts';
import { picture } from '../parts/picture.ts';
import { table } from '../parts/table.ts';
import { usd } from '../parts/words.ts';
import { paths } from '../paths.ts';

/** Months of the tables, from 1; all of them are added up. */
const shownMonths = [1, 3, 6, 12, 18, 24] as const;

/** What backups cost in two years. */
export const costPage = ({ environments }: Report): Page => ({
  path: paths.cost,
  title: 'Cost of backups',
  body: [
    h(
      'p',
      {},
      'US dollars a month for what is stored and moved, counted from an empty bucket, before tax and discounts. Restores and drills are not included.',
    ),
    ...environments.flatMap((environment) => [
      h('h2', {}, environment.name),
      ...costOf(environment),
    ]),
  ],
});

function costOf({ name, cost }: Environment): JSX.Element[] {
  const { bill, unpriced, picture: drawn } = cost;
  if (unpriced.length > 0) {
    return [none(`The cost is not known, as no prices of ${unpriced.join(', ')} are.`)];
  }
  if (!bill) return [none(`${name} stores no backups of its own.`)];
  return [
    h('p', {}, `${budget(cost)} Prices of ${cost.pricedOn}.`),
    ...(drawn ? [picture(drawn)] : []),
    billTable(name, bill),
  ];
}

function budget({ budget: declared, overBudgetIn }: Environment['cost']): string {
  if (declared === undefined) return 'No budget is declared.';
  const amount = `The budget of ${usd(declared)} US dollars a month`;
  return overBudgetIn === undefined
    ? `${amount} holds in all 24 months.`
    : `${amount} is exceeded from month ${overBudgetIn} on.`;
}

const billTable = (name: string, { parts, total }: Bill): JSX.Element =>
  table({
    caption: `Bill of ${name}, in US dollars`,
    figures: [2, 3, 4, 5, 6, 7, 8],
    head: ['Part', 'Paid for', ...shownMonths.map((month) => `Month ${month}`), 'All 24 months'],
    rows: [
      ...parts.map((part) => [part.name, part.of, ...amounts(part.months)]),
      ['Total', '', ...amounts(total)],
    ],
  });

const amounts = (months: readonly number[]): string[] => [
  ...shownMonths.map((month) => usd(months[month - 1] ?? 0)),
  usd(months.reduce((sum, amount) => sum + amount, 0)),
];
