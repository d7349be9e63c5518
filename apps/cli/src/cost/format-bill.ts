import { styleText } from 'node:util';

import { formatUsd } from '@resilience/documents/words/format-usd';

import type { Priced } from './priced.ts';

const nameWidth = 18;
const numberWidth = 9;
const longestBar = 50;

/** As many as the terminal has room for, the last always. */
function shownMonths(width: number): number[] {
  const room = Math.max(2, Math.floor((width - 2 - nameWidth) / numberWidth));
  return [24, 1, 12, 6, 3, 2, 18].slice(0, room).toSorted((a, b) => a - b);
}

/** A table of some months, a bar for each month, and what would cost less. */
export function formatBill(
  { environment, bill, savings, ...priced }: Priced,
  width: number,
): string {
  const { parts, total } = bill;
  const { budget, overBudgetIn, declaredPrices } = priced;
  const shown = shownMonths(width);
  return [
    styleText('bold', `${environment}: US dollars a month, from an empty bucket`),
    row('month', shown.map(String)),
    ...parts
      .filter(({ months }) => Math.max(...months) >= 0.005)
      .map(({ name, months }) =>
        row(
          name,
          shown.map((month) => formatUsd(months[month - 1] ?? 0)),
        ),
      ),
    row(
      'total',
      shown.map((month) => formatUsd(total[month - 1] ?? 0)),
    ),
    '',
    ...picture(total, width),
    ...formatPrices(declaredPrices),
    ...formatBudget(budget, overBudgetIn),
    ...formatSavings(savings),
  ].join('\n');
}

const row = (name: string, cells: readonly string[]): string =>
  `  ${name.padEnd(nameWidth)}${cells.map((cell) => cell.padStart(numberWidth)).join('')}`;

function picture(total: readonly number[], width: number): string[] {
  const barLength = Math.min(longestBar, Math.max(10, width - 16));
  const highest = Math.max(...total, 1);
  return total.map((usd, month) => {
    const bar = '█'.repeat(Math.round((usd / highest) * barLength));
    return `  ${String(month + 1).padStart(2)} ${bar.padEnd(barLength)} ${formatUsd(usd)}`;
  });
}

const formatPrices = (declared: Priced['declaredPrices']): string[] =>
  Object.entries(declared).map(([region, date]) => `  prices of ${region} as declared on ${date}`);

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
