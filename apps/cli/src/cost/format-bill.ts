import { styleText } from 'node:util';

import type { Priced } from './cost.ts';
import { formatUsd } from './format-usd.ts';

const shownMonths = [1, 2, 3, 6, 12, 18, 24];
const nameWidth = 18;
const numberWidth = 9;
const barLength = 50;

/** A table of some months, a bar for each month, and what would cost less. */
export function formatBill({ environment, bill, budget, overBudgetIn, savings }: Priced): string {
  const { parts, total } = bill;
  return [
    styleText('bold', `${environment}: US dollars a month, from an empty bucket`),
    row('month', shownMonths.map(String)),
    ...parts
      .filter(({ months }) => Math.max(...months) >= 0.005)
      .map(({ name, months }) =>
        row(
          name,
          shownMonths.map((month) => formatUsd(months[month - 1] ?? 0)),
        ),
      ),
    row(
      'total',
      shownMonths.map((month) => formatUsd(total[month - 1] ?? 0)),
    ),
    '',
    ...picture(total),
    ...formatBudget(budget, overBudgetIn),
    ...formatSavings(savings),
  ].join('\n');
}

const row = (name: string, cells: readonly string[]): string =>
  `  ${name.padEnd(nameWidth)}${cells.map((cell) => cell.padStart(numberWidth)).join('')}`;

function picture(total: readonly number[]): string[] {
  const highest = Math.max(...total, 1);
  return total.map((usd, month) => {
    const bar = '█'.repeat(Math.round((usd / highest) * barLength));
    return `  ${String(month + 1).padStart(2)} ${bar.padEnd(barLength)} ${formatUsd(usd)}`;
  });
}

function formatBudget(budget: number | undefined, month: number | undefined): string[] {
  if (budget === undefined) return [];
  const declared = `the budget of ${budget} a month`;
  return month === undefined
    ? ['', `  ${declared} holds`]
    : ['', styleText('red', `  ${declared} is passed in month ${month}`)];
}

const formatSavings = (savings: Priced['savings']): string[] =>
  savings.length === 0
    ? ['', '  nothing else would cost less and hold every objective and policy']
    : [
        '',
        '  each of these saves, on average a month, and breaks no objective and no policy:',
        ...savings.map(
          ({ path, from, to, difference }) =>
            `  ${formatUsd(-difference).padStart(numberWidth)}  ${path}: ${from} → ${to}`,
        ),
      ];
