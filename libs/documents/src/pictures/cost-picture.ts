import type { Bill, Part } from '@resilience/cost/price';

import { costWords, paidParts } from '../words/cost-words.ts';
import { formatUsd } from '../words/format-usd.ts';
import { legend } from './legend.ts';
import { roundSteps } from './round-steps.ts';
import { dashed, edged, heading, label, line, rectangle, svg, upright } from './svg.ts';

const left = 64;
const top = 70;
const barWidth = 22;
const chartHeight = 240;
const legendWidth = 280;
/** A budget that is so many times the highest bar would leave nothing of the bars. */
const highestBudget = 6;
/** An edge would hide what is less high, in pixels. */
const thin = 1.5;

/** The same in every environment; neighbours in a bar differ in lightness, too. */
const colours: Readonly<Record<Part['name'], string>> = {
  snapshots: '#0072b2',
  'file-copies': '#e69f00',
  metadata: '#4b3b8f',
  replica: '#56b4e9',
  archive: '#8c510a',
  replication: '#f0e442',
  requests: '#009e73',
  movement: '#e59bc5',
  'keys-and-secrets': '#d0d0d0',
};

export interface PricedEnvironment {
  readonly environment: string;
  readonly bill: Bill;
  /** US dollars a month; undefined where none is declared. */
  readonly budget: number | undefined;
}

/** Each month of the first two years, by what is paid for, as SVG. */
export function costPicture(priced: PricedEnvironment): string {
  const { environment, bill, budget } = priced;
  const highest = Math.max(...bill.total);
  const isShown = budget !== undefined && budget <= highestBudget * highest;
  const steps = roundSteps(isShown ? Math.max(budget, highest) : highest);
  const scale = { steps, right: left + bill.total.length * barWidth };
  const title = `What the backups of ${environment} cost a month`;
  const size = { width: scale.right + 24 + legendWidth, height: top + chartHeight + 52 };
  return svg({ id: `cost-${environment}`, title, description: describe(priced), ...size }, [
    heading([8, 22], title),
    label(
      [8, 40],
      'In US dollars, before tax and discounts; restores and drills are not included.',
    ),
    ...axes(scale, bill.total.length),
    ...bars(bill, scale),
    ...budgetLine(priced, scale, isShown),
    ...legend(
      [scale.right + 24, top],
      // As the parts lie on each other, from the top down.
      paidParts(bill.parts)
        .toReversed()
        .map(({ name }) => [colours[name], costWords[name]]),
    ),
  ]);
}

interface Scale {
  /** US dollars, ascending. */
  readonly steps: readonly number[];
  readonly right: number;
}

const heightOf = ({ steps }: Scale, usd: number): number =>
  top + chartHeight * (1 - usd / (steps.at(-1) ?? 1));

const axes = (scale: Scale, months: number): string[] => [
  upright([16, top + chartHeight / 2], 'US dollars a month'),
  ...scale.steps.flatMap((usd) => {
    const y = heightOf(scale, usd);
    return [label([left - 6, y + 4], String(usd), 'end'), line([left, y], [scale.right, y])];
  }),
  ...Array.from({ length: months }, (_, index) => index + 1)
    .filter((month) => month === 1 || month % 6 === 0)
    .map((month) =>
      label([left + (month - 0.5) * barWidth, top + chartHeight + 16], String(month), 'middle'),
    ),
  label(
    [(left + scale.right) / 2, top + chartHeight + 36],
    'month, counted from an empty bucket',
    'middle',
  ),
];

const bars = ({ parts, total }: Bill, scale: Scale): string[] =>
  total.flatMap((_, month) => {
    let below = 0;
    return paidParts(parts).map(({ name, months }) => {
      const usd = months[month] ?? 0;
      const bottom = heightOf(scale, below);
      below += usd;
      const y = heightOf(scale, below);
      const box = { x: left + month * barWidth + 2, y, width: barWidth - 4, height: bottom - y };
      const draw = box.height < thin ? rectangle : edged;
      return draw(box, colours[name], `${costWords[name]}, month ${month + 1}: ${formatUsd(usd)}`);
    });
  });

function budgetLine({ budget }: PricedEnvironment, scale: Scale, isShown: boolean): string[] {
  if (budget === undefined) return [];
  const words = `budget: ${budget} US dollars a month`;
  if (!isShown) return [label([left, top - 12], `${words}, far above this picture`)];
  const y = heightOf(scale, budget);
  return [dashed([left, y], [scale.right, y]), label([left + 4, y - 5], words)];
}

function describe({ bill: { parts, total }, budget }: PricedEnvironment): string {
  const last = total.length;
  const shares = paidParts(parts)
    .map(({ name, months }) => `${costWords[name]}: ${formatUsd(months.at(-1) ?? 0)}`)
    .join('; ');
  return [
    `In US dollars: ${formatUsd(total[0] ?? 0)} in month 1, ${formatUsd(total.at(-1) ?? 0)} in month ${last}.`,
    `In month ${last}: ${shares}.`,
    ...(budget === undefined ? [] : [`The budget is ${budget} a month.`]),
  ].join(' ');
}
